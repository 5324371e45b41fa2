// SPDX-License-Identifier: MIT
#pragma once

namespace subs {

constexpr char32_t kRepetition = 0x17D7;  ///< ៗ

/// A letter, sign or U+17D2 of a Khmer word.
constexpr bool isKhmerWordPart(char32_t c) {
    return (c >= 0x1780 && c <= 0x17D3) || c == 0x17DD;
}
constexpr bool isKhmerDigit(char32_t c) {
    return c >= 0x17E0 && c <= 0x17E9;
}
constexpr bool isLatinDigit(char32_t c) {
    return c >= '0' && c <= '9';
}
/// Latin or Khmer.
constexpr bool isDigit(char32_t c) {
    return isLatinDigit(c) || isKhmerDigit(c);
}
/// U+0E00–0EFF.
constexpr bool isThaiOrLao(char32_t c) {
    return c >= 0xE00 && c <= 0xEFF;
}
/// What ends a line, or 0: the end of a text.
constexpr bool isLineEnd(char32_t c) {
    return c == 0 || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}
/// U+0020, a tab or U+00A0.
constexpr bool isSpace(char32_t c) {
    return c == ' ' || c == '\t' || c == 0xA0;
}
/// ។ or ៕
constexpr bool isKhmerStop(char32_t c) {
    return c == 0x17D4 || c == 0x17D5;
}
/// A letter of any script but Khmer.
bool isOtherLetter(char32_t c);

}  // namespace subs
