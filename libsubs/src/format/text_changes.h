// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace subs {

/// The bytes [oldBegin, oldEnd) of a text became the bytes [newBegin, newEnd) of another.
struct TextChange {
    std::size_t oldBegin = 0;
    std::size_t oldEnd = 0;
    std::size_t newBegin = 0;
    std::size_t newEnd = 0;

    friend bool operator==(const TextChange&, const TextChange&) = default;
};

/// A space, a line break or U+200B: what parts words and may come and go where lines are broken.
constexpr bool isGap(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || (c >= 0x2000 && c <= 0x200B) || c == 0x3000;
}

/// What makes `after` out of `before`, ascending, with something left as it is between each two.
/// Where the texts are the same but for their gaps, changes of gaps alone; else as few characters
/// as can be (Myers, "An O(ND) Difference Algorithm", 1986), or one stretch where they differ in
/// more than 200. Whole characters; a byte that is no UTF-8 is one. O(n).
std::vector<TextChange> changesBetween(std::string_view before, std::string_view after);

/// The same in one stretch: all but the common beginning and end.
TextChange changeBetween(std::string_view before, std::string_view after);

}  // namespace subs
