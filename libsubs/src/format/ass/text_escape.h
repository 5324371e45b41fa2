// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/style.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// The small spellings of a text field.
namespace subs::ass {

inline constexpr std::string_view kZeroWidthSpace = "\xE2\x80\x8B";
inline constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

/// Characters that could not be written as they are.
struct Escapes {
    std::uint32_t backslashes = 0;  ///< Would mean something; got a U+200B behind them.
    std::uint32_t nuls = 0;         ///< Players stop reading there; became U+FFFD.
};

/// Appends the bytes [begin, end) of `plain` so that they are read as themselves: line breaks as
/// `\N`, U+00A0 as
/// `\h`, `{` as `\{`. What the format has no way to write is changed and counted.
Escapes appendEscaped(std::string& out, std::string_view plain, std::size_t begin, std::size_t end);

/// "0000FF&" for red, behind "\c&H".
void appendTagColor(std::string& out, Color color);
/// "\1a&H80&"
void appendTagAlpha(std::string& out, Color color);

}  // namespace subs::ass
