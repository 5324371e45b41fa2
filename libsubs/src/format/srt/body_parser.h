// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include "format/markup_patch.h"
#include "format/srt/remarks.h"
#include "format/srt/tag.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace subs::srt {

/// Something odd in a cue's text.
struct MarkupRemark {
    Habit flaw = Habit::UnknownTag;
    std::size_t at = 0;       ///< In the body.
    std::string_view markup;  ///< As written.
};

/// The text of a cue: what its body says.
struct Body {
    CueText text;
    std::optional<Alignment> alignment;
};

/// The text of `body` (lines with their line ends) where it can be read off it: no markup, lines
/// that end with LF, none that begins with a space or may be blank. Most cues are like that.
std::optional<std::string_view> plainBody(std::string_view body);

/// Reads the lines of text of a cue. Keeps its buffers from one cue to the next: reading allocates
/// little. One pass, no recursion, in time that grows with the length of the text alone.
class BodyParser {
public:
    /// `body`, lines with their line ends, into `out`. The remarks are those of this body until the
    /// next call.
    void parse(std::string_view body, Body& out);
    /// The same, and where the characters of the text stand in `body`.
    void parse(std::string_view body, Body& out, std::vector<ShownStretch>& shown);
    const std::vector<MarkupRemark>& remarks() const { return remarks_; }

private:
    /// A tag that is open: its spans are [firstSpan, firstSpan + spans), none of an opaque one.
    struct OpenTag {
        std::uint32_t firstSpan = 0;
        std::uint32_t spans = 0;
        std::size_t at = 0;
        std::string_view markup;
    };

    void parseLine(std::string_view line, std::size_t at);
    void show(std::string_view text, std::size_t begin, std::size_t end);
    void take(const Tag& tag, std::size_t at);
    void open(const Tag& tag, std::size_t at);
    void close(const Tag& tag, std::size_t at);
    void takeOverride(std::string_view block);
    void addOpaque(std::string_view markup);
    void finish();
    std::uint32_t position() const { return static_cast<std::uint32_t>(out_->text.plain.size()); }

    Body* out_ = nullptr;
    std::vector<ShownStretch>* shown_ = nullptr;  ///< Null where nobody asks.
    std::array<std::vector<OpenTag>, kKnownTags> open_;
    std::vector<MarkupRemark> remarks_;
};

}  // namespace subs::srt
