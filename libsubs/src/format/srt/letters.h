// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string_view>

namespace subs::srt {

constexpr bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

constexpr bool isSpace(char letter) {
    return letter == ' ' || letter == '\t';
}

/// True of a text of digits alone: what numbers a cue.
constexpr bool isNumber(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), isDigit);
}

}  // namespace subs::srt
