// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

// What single characters are to text in general. A test that means something narrower stands beside
// its only user and has a name of its own.
namespace subs {

constexpr char32_t kReahmuk = 0x17C7;        ///< ះ
constexpr char32_t kYuukaleapintu = 0x17C8;  ///< ៈ
constexpr char32_t kRepetition = 0x17D7;     ///< ៗ

/// A letter, sign or U+17D2 of a Khmer word.
constexpr bool isKhmerWordPart(char32_t c) {
    return (c >= 0x1780 && c <= 0x17D3) || c == 0x17DD;
}
constexpr bool isKhmerDigit(char32_t c) {
    return c >= 0x17E0 && c <= 0x17E9;
}
/// ASCII alone, as a byte or as a code point.
template <class Character>
constexpr bool isLatinDigit(Character c) {
    return c >= '0' && c <= '9';
}
inline bool hasLatinDigit(std::string_view text) {
    return std::ranges::any_of(text, isLatinDigit<char>);
}
template <class Character>
constexpr bool isSmallLatin(Character c) {
    return c >= 'a' && c <= 'z';
}
template <class Character>
constexpr bool isCapitalLatin(Character c) {
    return c >= 'A' && c <= 'Z';
}
template <class Character>
constexpr bool isLatinLetter(Character c) {
    return isSmallLatin(c) || isCapitalLatin(c);
}
/// Latin or Khmer.
constexpr bool isDigit(char32_t c) {
    return isLatinDigit(c) || isKhmerDigit(c);
}
constexpr char loweredLatin(char c) {
    return isCapitalLatin(c) ? static_cast<char>(c - 'A' + 'a') : c;
}
inline std::string withLoweredLatin(std::string_view text) {
    std::string lowered(text);
    std::ranges::transform(lowered, lowered.begin(), loweredLatin);
    return lowered;
}
/// A consonant, an independent vowel or what else a Khmer cluster begins with.
constexpr bool isKhmerBase(char32_t c) {
    return c >= 0x1780 && c <= 0x17B3;
}
/// U+0E00–0EFF.
constexpr bool isThaiOrLao(char32_t c) {
    return c >= 0xE00 && c <= 0xEFF;
}
constexpr bool isLineBreak(char32_t c) {
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}
/// A line break, or 0: the end of a text.
constexpr bool isLineEnd(char32_t c) {
    return c == 0 || isLineBreak(c);
}
/// A space that no line ends at (UAX #14, class GL).
constexpr bool isNoBreakSpace(char32_t c) {
    return c == 0xA0 || c == 0x2007 || c == 0x202F;
}
/// U+0020, a tab or U+00A0.
constexpr bool isSpace(char32_t c) {
    return c == ' ' || c == '\t' || c == 0xA0;
}
/// ។ or ៕
constexpr bool isKhmerStop(char32_t c) {
    return c == 0x17D4 || c == 0x17D5;
}
/// An opening quote or bracket, straight quotes apart, which may be closing ones.
constexpr bool isOpeningMark(char32_t c) {
    return c == U'«' || c == U'“' || c == U'(' || c == U'‹' || c == U'‘' || c == U'[';
}
/// A letter of any script but Khmer.
bool isOtherLetter(char32_t c);
/// A letter of any script, a sign or U+17D2 of a Khmer word, a Latin or Khmer digit.
bool isLetterOrDigit(char32_t c);

}  // namespace subs
