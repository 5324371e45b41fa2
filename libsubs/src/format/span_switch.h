// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

#include <cstddef>
#include <optional>
#include <string>

namespace subs {

/// A span that lasts as long as a code is on, while a text grows. It begins with the next character
/// that is shown, and goes on over a gap of spaces and line breaks where the same begins again.
class SpanSwitch {
public:
    explicit SpanSwitch(SpanKind kind) : kind_(kind) {}

    /// Nothing: off.
    void set(std::optional<std::string> value, CueText& text);
    /// A character is about to be appended to `text`.
    void open(CueText& text);
    void close(CueText& text);

private:
    SpanKind kind_;
    std::optional<std::string> value_;
    std::optional<std::size_t> index_;  ///< Of the span that is open.
    std::optional<std::size_t> last_;   ///< Of the one before it.
};

}  // namespace subs
