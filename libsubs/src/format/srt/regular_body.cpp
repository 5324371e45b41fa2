// SPDX-License-Identifier: MIT
#include "format/srt/regular_body.h"

#include "base/scan.h"
#include "format/srt/letters.h"

namespace subs::srt {
namespace {

/// True of what may begin a blank line, or one of times.
constexpr bool isDoubtful(char letter) {
    const bool maybeBlank =
        letter == '\n' || letter == ' ' || letter == '\t' || letter == '\xEF';  // of a BOM
    return maybeBlank || letter == '-' || isDigit(letter);
}

}  // namespace

std::optional<RegularBody> regularBodyAt(std::string_view text, std::size_t at) {
    for (std::uint32_t lines = 1; at < text.size() && !isDoubtful(text[at]); ++lines) {
        const std::size_t end = findAny<'<', '{', '\r', '\n'>(text, at);
        if (end == text.size() || text[end] != '\n') return std::nullopt;
        at = end + 1;
        if (at < text.size() && text[at] == '\n') return RegularBody{at, at + 1, lines + 1};
    }
    return std::nullopt;
}

}  // namespace subs::srt
