// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/punctuation.h>
#include <subs/text/script.h>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace subs {

/// The bytes [begin, end) of a cue's plain text.
struct MarkPlace {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// What rules of Khmer marks ask of one cue. Nothing is looked for before a rule asks, and nothing
/// twice. Borrows the text.
class KhmerMarks {
public:
    explicit KhmerMarks(std::string_view plain) : plain_(plain) {}

    /// Whether there is any Khmer: without it no rule of Khmer has a word to say.
    bool hasKhmer();
    std::vector<MarkPlace> punctuation(PunctuationKind kind);

private:
    const std::string_view plain_;
    std::optional<bool> hasKhmer_;
    std::optional<std::vector<PunctuationIssue>> issues_;
};

}  // namespace subs
