// SPDX-License-Identifier: MIT
#include "text/break_units.h"

#include <subs/base/utf8.h>
#include <subs/text/clusters.h>
#include <subs/text/script.h>

#include "text/letter_kinds.h"

#include <unicode/uchar.h>

namespace subs {
namespace {

/// Those of UAX #14 (BK, CR, LF, NL): a vertical tab and a form feed too.
bool isMandatoryBreak(char32_t c) {
    return isLineBreak(c) || c == '\v' || c == '\f';
}

BreakClass khmerBreakClass(char32_t c) {
    if (c <= 0x17D3 || c == 0x17DC || c == 0x17DD) return BreakClass::KhmerLetter;
    if (c == kRepetition) return BreakClass::Repetition;
    if (c == 0x17DB) return BreakClass::NumberSign;
    if (isKhmerDigit(c)) return BreakClass::Digit;
    return c <= 0x17DA && c != 0x17D9 ? BreakClass::Stop : BreakClass::Other;
}

/// Thai and Lao (U+0E00–0EFF) and Myanmar (U+1000–109F, U+A9E0–A9FF, U+AA60–AA7F).
bool isSoutheast(char32_t c) {
    return (c >= 0xE00 && c <= 0xEFF) || (c >= 0x1000 && c <= 0x109F) ||
           (c >= 0xA9E0 && c <= 0xA9FF) || (c >= 0xAA60 && c <= 0xAA7F);
}

/// A vowel or sign that the consonant before it carries, as the Unicode Standard, chapter 16, has
/// it.
bool isSoutheastTail(char32_t c) {
    constexpr std::u32string_view kVowels = U"\u0E30\u0E32\u0E33\u0E45\u0EB0\u0EB2\u0EB3\u0EBD";
    const auto type = u_charType(static_cast<UChar32>(c));
    return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK ||
           kVowels.find(c) != kVowels.npos;
}

bool isSoutheastLead(char32_t c) {
    return (c >= 0xE40 && c <= 0xE44) || (c >= 0xEC0 && c <= 0xEC4);
}

bool isSoutheastStop(char32_t c) {
    return c == 0xE5A || c == 0xE5B || c == 0x104A || c == 0x104B;
}

BreakClass asciiBreakClass(char32_t c) {
    constexpr std::string_view kCloses = ")]}!?";
    constexpr std::string_view kPauses = ",.;:";
    constexpr std::string_view kOpens = "([{";
    const char letter = static_cast<char>(c);
    if (isLatinLetter(letter)) return BreakClass::ForeignLetter;
    if (isLatinDigit(letter)) return BreakClass::Digit;
    if (letter == ' ' || letter == '\t') return BreakClass::Space;
    if (letter == '%' || letter == '$') return BreakClass::NumberSign;
    if (kCloses.find(letter) != kCloses.npos) return BreakClass::Closing;
    if (kPauses.find(letter) != kPauses.npos) return BreakClass::Pause;
    return kOpens.find(letter) != kOpens.npos ? BreakClass::Opening : BreakClass::Other;
}

BreakClass classByCategory(char32_t c) {
    switch (u_charType(static_cast<UChar32>(c))) {
        case U_START_PUNCTUATION:
        case U_INITIAL_PUNCTUATION:
            return BreakClass::Opening;
        case U_END_PUNCTUATION:
        case U_FINAL_PUNCTUATION:
            return BreakClass::Closing;
        case U_CURRENCY_SYMBOL:
            return BreakClass::NumberSign;
        case U_DECIMAL_DIGIT_NUMBER:
            return BreakClass::Digit;
        case U_SPACE_SEPARATOR:
            return isNoBreakSpace(c) ? BreakClass::Other : BreakClass::Space;
        default:
            if (isSoutheast(c) && isSoutheastTail(c)) return BreakClass::SoutheastTail;
            if (!u_isUAlphabetic(static_cast<UChar32>(c))) return BreakClass::Other;
            if (!isSoutheast(c)) return BreakClass::ForeignLetter;
            return isSoutheastLead(c) ? BreakClass::SoutheastLead : BreakClass::SoutheastLetter;
    }
}

BreakClass classOf(char32_t c) {
    constexpr char32_t kEllipsis = 0x2026;
    constexpr char32_t kMaiyamok = 0xE46;
    constexpr char32_t kKoLa = 0xEC6;
    if (isMandatoryBreak(c)) return BreakClass::LineEnd;
    if (c < 0x80) return asciiBreakClass(c);
    if (c == 0x200B) return BreakClass::ZeroWidthSpace;
    if (c == 0x2060) return BreakClass::WordJoiner;
    if (c == kEllipsis) return BreakClass::Closing;
    if (c == kMaiyamok || c == kKoLa) return BreakClass::Repetition;
    if (isSoutheastStop(c)) return BreakClass::Stop;
    return c >= 0x1780 && c <= 0x17FF ? khmerBreakClass(c) : classByCategory(c);
}

bool isConsonant(char32_t c) {
    return c >= 0x1780 && c <= 0x17A2;
}

/// Whether the Burmese consonant that `cluster` begins with has no vowel: it is killed (U+103A),
/// the upper one of a stack (U+1039), or kinzi, which is both. Such a consonant ends the syllable
/// before it (Unicode Technical Note #11). A dot and the medials YA, RA and HA may stand between;
/// WA may not, since with U+103A it is a vowel of Shan (ႂ်).
bool isVowelless(std::string_view cluster, std::size_t at) {
    constexpr std::u32string_view kPassedOver = U"\u1037\u103B\u103C\u103E";
    while (at < cluster.size()) {
        const Decoded next = decodeUtf8(cluster, at);
        if (next.codePoint == 0x103A || next.codePoint == 0x1039) return true;
        if (kPassedOver.find(next.codePoint) == kPassedOver.npos) return false;
        at += next.length;
    }
    return false;
}

BreakClass classOf(std::string_view cluster, const Decoded& first) {
    constexpr std::string_view kToandakhiat = "\u17CD";
    const BreakClass kind = classOf(first.codePoint);
    if (kind == BreakClass::SoutheastLetter && isVowelless(cluster, first.length))
        return BreakClass::SoutheastTail;
    if (kind != BreakClass::KhmerLetter) return kind;
    if (cluster.size() == first.length)
        return isConsonant(first.codePoint) ? BreakClass::BareConsonant : kind;
    return cluster.find(kToandakhiat) != cluster.npos ? BreakClass::KilledLetter : kind;
}

/// The bytes that may stand behind a lead, E0 to F4.
std::uint8_t leastSecond(std::uint8_t lead) {
    if (lead == 0xE0) return 0xA0;
    return lead == 0xF0 ? 0x90 : 0x80;
}

std::uint8_t mostSecond(std::uint8_t lead) {
    if (lead == 0xED) return 0x9F;
    return lead == 0xF4 ? 0x8F : 0xBF;
}

/// Where the bytes end that are left of the character which begins at `at`: a maximal subpart
/// (Unicode 3.9, table 3-7).
std::size_t damageEnd(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(at);
    const std::size_t length = lead >= 0xF0 ? 4 : 3;
    if (lead < 0xE0 || lead > 0xF4 || at + 1 == text.size()) return at + 1;
    if (byte(at + 1) < leastSecond(lead) || byte(at + 1) > mostSecond(lead)) return at + 1;
    const bool goesOn = length == 4 && at + 2 < text.size() && (byte(at + 2) & 0xC0) == 0x80;
    return at + (goesOn ? 3 : 2);
}

void appendWide(std::u16string& wide, char32_t c) {
    if (c < 0x10000) {
        wide += static_cast<char16_t>(c);
        return;
    }
    wide += static_cast<char16_t>(0xD7C0 + (c >> 10));
    wide += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
}

}  // namespace

void BreakText::assign(std::string_view newText, KhmerShown khmer) {
    text = newText;
    wide.clear();
    units.clear();
    for (std::size_t at = 0; at < text.size();) {
        const Decoded first = decodeUtf8(text, at);
        const std::size_t end = nextCluster(text, first.valid ? at : damageEnd(text, at) - 1);
        const BreakUnit unit{static_cast<std::uint32_t>(at),
                             static_cast<std::uint32_t>(wide.size()),
                             classOf(text.substr(at, end - at), first)};
        if (isKhmerLetter(unit.kind) && khmer == KhmerShown::AsLetters) {
            wide += u'x';
            units.push_back(unit);
            at = end;
            continue;
        }
        appendWide(wide, first.codePoint);
        for (at += first.length; at < end;) {
            const Decoded next = decodeUtf8(text, at);
            appendWide(wide, next.codePoint);
            at += next.length;
        }
        units.push_back(unit);
    }
}

std::string_view BreakText::stretch(std::size_t first, std::size_t last) const {
    const std::size_t end = last < units.size() ? units[last].begin : text.size();
    return text.substr(units[first].begin, end - units[first].begin);
}

}  // namespace subs
