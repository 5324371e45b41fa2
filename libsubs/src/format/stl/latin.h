// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// Character code table 00 of EBU Tech 3264, the Latin alphabet of ISO 6937: letters with a mark are
// two bytes, the mark first.
namespace subs::stl {

/// True of the bytes C1 to CF, marks for the letter behind them.
constexpr bool isLatinMark(unsigned char byte) {
    return byte >= 0xC1 && byte <= 0xCF && byte != 0xCC;
}

/// Appends the character at `at` of `bytes`, which moves behind it. False where the table has none:
/// U+FFFD then. A mark over another letter than those of ISO 6937 becomes a combining one.
bool takeLatin(std::string_view bytes, std::size_t& at, std::string& out);

/// Appends the bytes of the character at `at` of `text`, which moves behind it and the mark that
/// may follow it. False where the table does not have it; nothing is appended then.
bool appendLatin(std::string& out, std::string_view text, std::size_t& at);

}  // namespace subs::stl
