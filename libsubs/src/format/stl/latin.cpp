// SPDX-License-Identifier: MIT
#include "format/stl/latin.h"

#include <subs/base/utf8.h>

#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

namespace subs::stl {
namespace {

/// Bytes A0 to FF that are a character of their own; 0 where there is none.
constexpr std::array<char32_t, 96> kLetters{
    0x00A0, 0x00A1, 0x00A2, 0x00A3, '$',    0x00A5, '#',    0x00A7, 0x00A4, 0x2018, 0x201C, 0x00AB,
    0x2190, 0x2191, 0x2192, 0x2193, 0x00B0, 0x00B1, 0x00B2, 0x00B3, 0x00D7, 0x00B5, 0x00B6, 0x00B7,
    0x00F7, 0x2019, 0x201D, 0x00BB, 0x00BC, 0x00BD, 0x00BE, 0x00BF, 0,      0,      0,      0,
    0,      0,      0,      0,      0,      0,      0,      0,      0,      0,      0,      0,
    0x2014, 0x00B9, 0x00AE, 0x00A9, 0x2122, 0x266A, 0x00AC, 0x00A6, 0,      0,      0,      0,
    0x215B, 0x215C, 0x215D, 0x215E, 0x2126, 0x00C6, 0x00D0, 0x00AA, 0x0126, 0,      0x0132, 0x013F,
    0x0141, 0x00D8, 0x0152, 0x00BA, 0x00DE, 0x0166, 0x014A, 0x0149, 0x0138, 0x00E6, 0x0111, 0x00F0,
    0x0127, 0x0131, 0x0133, 0x0140, 0x0142, 0x00F8, 0x0153, 0x00DF, 0x00FE, 0x0167, 0x014B, 0x00AD};
constexpr unsigned char kFirstLetter = 0xA0;

/// A mark: its byte, as it stands in Unicode behind a letter and alone, and the letters that have
/// it (ISO 6937, table of composite characters).
struct Mark {
    unsigned char byte;
    char32_t combining;
    char32_t alone;
    std::string_view letters;
};

constexpr std::array<Mark, 14> kMarks{
    {{0xC1, 0x0300, 0x0060, "AEIOUaeiou"},
     {0xC2, 0x0301, 0x00B4, "ACEILNORSUYZaceilnorsuyz"},
     {0xC3, 0x0302, 0x005E, "ACEGHIJOSUWYaceghijosuwy"},
     {0xC4, 0x0303, 0x007E, "AINOUainou"},
     {0xC5, 0x0304, 0x00AF, "AEIOUaeiou"},
     {0xC6, 0x0306, 0x02D8, "AGUagu"},
     {0xC7, 0x0307, 0x02D9, "CEGIZcegz"},
     {0xC8, 0x0308, 0x00A8, "AEIOUYaeiouy"},
     {0xC9, 0x0308, 0x00A8, ""},  // umlaut, the same mark in later editions
     {0xCA, 0x030A, 0x02DA, "AUau"},
     {0xCB, 0x0327, 0x00B8, "CGKLNRSTcgklnrst"},
     {0xCD, 0x030B, 0x02DD, "OUou"},
     {0xCE, 0x0328, 0x02DB, "AEIUaeiu"},
     {0xCF, 0x030C, 0x02C7, "CDELNRSTZcdelnrstz"}}};

/// Null only where ICU has no data at all; it is built into the library.
const UNormalizer2* composer() {
    UErrorCode status = U_ZERO_ERROR;
    return unorm2_getNFCInstance(&status);
}

const Mark* markOf(unsigned char byte) {
    const auto found = std::ranges::find(kMarks, byte, &Mark::byte);
    return found == kMarks.end() ? nullptr : &*found;
}

bool isLetter(unsigned char byte) {
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

void appendMarked(std::string& out, unsigned char letter, const Mark& mark) {
    // In ISO 6937 the cedilla of a small g stands above it and is coded as an acute.
    const bool isAbove = mark.combining == 0x0301 && letter == 'g';
    const char32_t combining = isAbove ? 0x0327 : mark.combining;
    const UChar32 both = unorm2_composePair(composer(), letter, static_cast<UChar32>(combining));
    if (both >= 0) return appendUtf8(out, static_cast<char32_t>(both));
    out += static_cast<char>(letter);
    appendUtf8(out, combining);
}

/// The mark and letter that `letter` consists of.
struct Marked {
    unsigned char mark;
    unsigned char letter;
};

std::optional<Marked> pairOf(char32_t letter, char32_t combining) {
    if (letter > 0x7F) return std::nullopt;
    for (const Mark& mark : kMarks)
        if (mark.combining == combining && !mark.letters.empty() &&
            mark.letters.find(static_cast<char>(letter)) != std::string_view::npos)
            return Marked{mark.byte, static_cast<unsigned char>(letter)};
    return std::nullopt;
}

std::optional<Marked> markedOf(char32_t codePoint) {
    const auto alone = std::ranges::find(kMarks, codePoint, &Mark::alone);
    if (codePoint > 0x7F && alone != kMarks.end()) return Marked{alone->byte, ' '};
    std::array<UChar, 4> parts{};
    UErrorCode status = U_ZERO_ERROR;
    const std::int32_t length = unorm2_getRawDecomposition(composer(),
                                                           static_cast<UChar32>(codePoint),
                                                           parts.data(),
                                                           static_cast<std::int32_t>(parts.size()),
                                                           &status);
    if (U_FAILURE(status) || length != 2) return std::nullopt;
    return pairOf(parts[0], parts[1]);
}

std::optional<unsigned char> byteOf(char32_t codePoint) {
    if (codePoint == 0x03A9) codePoint = 0x2126;  // Ω is the ohm sign of the table
    if (codePoint == 0x2015) codePoint = 0x2014;
    if (codePoint == '$') return 0xA4;  // 24 was ¤ in the edition that Tech 3264 refers to
    if (codePoint >= ' ' && codePoint <= '~') return static_cast<unsigned char>(codePoint);
    const auto found = std::ranges::find(kLetters, codePoint);
    if (codePoint < kFirstLetter || found == kLetters.end()) return std::nullopt;
    return static_cast<unsigned char>(kFirstLetter + (found - kLetters.begin()));
}

}  // namespace

bool takeLatin(std::string_view bytes, std::size_t& at, std::string& out) {
    const auto byte = static_cast<unsigned char>(bytes[at++]);
    if (byte < 0x7F) {
        out += static_cast<char>(byte);
        return true;
    }
    const Mark* mark = markOf(byte);
    const unsigned char next = at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
    if (mark && (isLetter(next) || next == ' ')) {
        ++at;
        if (next == ' ')
            appendUtf8(out, mark->alone);
        else
            appendMarked(out, next, *mark);
        return true;
    }
    const char32_t letter = byte >= kFirstLetter ? kLetters.at(byte - kFirstLetter) : 0;
    appendUtf8(out, letter != 0 ? letter : kReplacementCharacter);
    return letter != 0;
}

bool appendLatin(std::string& out, std::string_view text, std::size_t& at) {
    const Decoded first = decodeUtf8(text, at);
    const std::size_t behind = at + first.length;
    const Decoded next = behind < text.size() ? decodeUtf8(text, behind) : Decoded();
    const bool isFollowed = std::ranges::any_of(
        kMarks, [&](const Mark& mark) { return mark.combining == next.codePoint; });
    const auto marked =
        isFollowed ? pairOf(first.codePoint, next.codePoint) : markedOf(first.codePoint);
    if (marked) {
        out += static_cast<char>(marked->mark);
        out += static_cast<char>(marked->letter);
        at = behind + (isFollowed ? next.length : 0);
        return true;
    }
    const auto byte = first.valid ? byteOf(first.codePoint) : std::nullopt;
    if (!byte) return false;
    out += static_cast<char>(*byte);
    at = behind;
    return true;
}

}  // namespace subs::stl
