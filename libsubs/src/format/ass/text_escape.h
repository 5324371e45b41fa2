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

/// Appends the bytes [begin, end) of `plain` so that they are read as themselves: line breaks as
/// `\N`, U+00A0 as
/// `\h`, `{` as `\{`. A backslash that would mean something with what follows it gets a U+200B
/// behind it, since the format has no way to write one; answers how many did.
std::uint32_t appendEscaped(std::string& out,
                            std::string_view plain,
                            std::size_t begin,
                            std::size_t end);

/// "0000FF&" for red, behind "\c&H".
void appendTagColor(std::string& out, Color color);
/// "\1a&H80&"
void appendTagAlpha(std::string& out, Color color);

}  // namespace subs::ass
