// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/time.h>

#include "format/vtt/tokens.h"

#include <string>
#include <string_view>
#include <vector>

namespace subs::vtt {

/// The tags of WebVTT.
enum class TagName : std::uint8_t {
    Class,
    Italic,
    Bold,
    Underline,
    Ruby,
    RubyText,
    Voice,
    Language
};

/// Receives the nodes of a cue's text in their order.
class NodeVisitor {
public:
    NodeVisitor() = default;
    NodeVisitor(const NodeVisitor&) = delete;
    NodeVisitor& operator=(const NodeVisitor&) = delete;
    virtual ~NodeVisitor() = default;

    virtual void text(const Token& token) = 0;
    /// What comes from now on is inside of `name`, until it is closed.
    virtual void open(TagName name, const Token& token) = 0;
    virtual void close(TagName name) = 0;
    virtual void timestamp(Time time, const Token& token) = 0;
    /// A tag that means nothing where it stands.
    virtual void ignored(const Token& token) = 0;
};

/// Visits the nodes of a cue's text, lines joined by '\n' ("WebVTT cue text parsing rules", WebVTT
/// §6.4). All that is open at the end is closed. Answers how many were not closed by a tag, voices
/// apart, which may be left open. O(n).
std::size_t visitNodes(std::string_view text, NodeVisitor& visitor);

}  // namespace subs::vtt
