// SPDX-License-Identifier: MIT
#include "format/scc/codes.h"

#include <algorithm>
#include <bit>
#include <charconv>

namespace subs::scc {
namespace {

/// 11 30 to 11 3F (47 CFR 79.101, special characters).
constexpr std::array<char32_t, 16> kSpecial{0x00AE,
                                            0x00B0,
                                            0x00BD,
                                            0x00BF,
                                            0x2122,
                                            0x00A2,
                                            0x00A3,
                                            0x266A,
                                            0x00E0,
                                            0x0000,
                                            0x00E8,
                                            0x00E2,
                                            0x00EA,
                                            0x00EE,
                                            0x00F4,
                                            0x00FB};

/// An extended character and the byte that is sent before it, for decoders without it.
struct Extended {
    char32_t letter;
    char before;
};

/// 12 20 to 12 3F: Spanish, miscellaneous, French (CTA-608-E, table of extended characters).
constexpr std::array<Extended, 32> kWestern{
    {{0x00C1, 'A'},  {0x00C9, 'E'}, {0x00D3, 'O'}, {0x00DA, 'U'}, {0x00DC, 'U'}, {0x00FC, 'u'},
     {0x2018, '\''}, {0x00A1, '!'}, {'*', '+'},    {'\'', '\''},  {0x2014, '-'}, {0x00A9, 'c'},
     {0x2120, 's'},  {0x2022, '.'}, {0x201C, '"'}, {0x201D, '"'}, {0x00C0, 'A'}, {0x00C2, 'A'},
     {0x00C7, 'C'},  {0x00C8, 'E'}, {0x00CA, 'E'}, {0x00CB, 'E'}, {0x00EB, 'e'}, {0x00CE, 'I'},
     {0x00CF, 'I'},  {0x00EF, 'i'}, {0x00D4, 'O'}, {0x00D9, 'U'}, {0x00F9, 'u'}, {0x00DB, 'U'},
     {0x00AB, '<'},  {0x00BB, '>'}}};

/// 13 20 to 13 3F: Portuguese, German, Danish.
constexpr std::array<Extended, 32> kNorthern{
    {{0x00C3, 'A'}, {0x00E3, 'a'}, {0x00CD, 'I'}, {0x00CC, 'I'}, {0x00EC, 'i'}, {0x00D2, 'O'},
     {0x00F2, 'o'}, {0x00D5, 'O'}, {0x00F5, 'o'}, {'{', '('},    {'}', ')'},    {'\\', '/'},
     {'^', '/'},    {'_', '-'},    {'|', '!'},    {'~', '-'},    {0x00C4, 'A'}, {0x00E4, 'a'},
     {0x00D6, 'O'}, {0x00F6, 'o'}, {0x00DF, 's'}, {0x00A5, 'Y'}, {0x00A4, 'o'}, {0x2502, '!'},
     {0x00C5, 'A'}, {0x00E5, 'a'}, {0x00D8, 'O'}, {0x00F8, 'o'}, {0x250C, '('}, {0x2510, ')'},
     {0x2514, '('}, {0x2518, ')'}}};

/// Bytes that are other characters than in ASCII.
struct Standard {
    std::uint8_t byte;
    char32_t letter;
};
constexpr std::array<Standard, 10> kStandard{{{0x2A, 0x00E1},
                                              {0x5C, 0x00E9},
                                              {0x5E, 0x00ED},
                                              {0x5F, 0x00F3},
                                              {0x60, 0x00FA},
                                              {0x7B, 0x00E7},
                                              {0x7C, 0x00F7},
                                              {0x7D, 0x00D1},
                                              {0x7E, 0x00F1},
                                              {0x7F, 0x2588}}};

constexpr std::array<std::string_view, 8> kColors{
    "#FFFFFF", "#00FF00", "#0000FF", "#00FFFF", "#FF0000", "#FFFF00", "#FF00FF", "#000000"};

constexpr std::uint8_t kChannelBit = 0x08;
constexpr std::uint8_t kMisc = 0x14;
constexpr std::uint8_t kMiscOfSecondField = 0x15;
constexpr std::uint8_t kTabs = 0x17;
constexpr std::uint8_t kItalicInk = 7;

std::uint8_t firstOf(Pair pair) {
    return static_cast<std::uint8_t>(pair.first & ~unsigned{kChannelBit});
}

bool isWithin(std::uint8_t byte, std::uint8_t low, std::uint8_t high) {
    return byte >= low && byte <= high;
}

/// Rows by the lower three bits of the first byte; the second adds one.
constexpr std::array<int, 8> kFirstRows{11, 1, 3, 12, 14, 5, 7, 9};

struct RowCode {
    std::uint8_t first;
    std::uint8_t second;
};

RowCode codeOfRow(int row) {
    for (std::size_t i = 0; i < kFirstRows.size(); ++i) {
        const int first = kFirstRows.at(i);
        const bool isFirst = first == row;
        const bool isSecond = i != 0 && first + 1 == row;
        if (isFirst || isSecond)
            return {static_cast<std::uint8_t>(0x10 + i),
                    static_cast<std::uint8_t>(isSecond ? 0x60 : 0x40)};
    }
    return {0x14, 0x60};
}

std::uint8_t bitOf(bool isOn) {
    return isOn ? 1 : 0;
}

}  // namespace

std::string_view colorOf(Ink ink) {
    return kColors.at(static_cast<std::size_t>(ink));
}

Ink nearestInk(std::string_view color) {
    constexpr std::size_t kDigits = 6;
    constexpr int kHexadecimal = 16;
    if (color.size() <= kDigits) return Ink::White;
    unsigned number = 0;
    std::from_chars(color.data() + 1, color.data() + 1 + kDigits, number, kHexadecimal);
    if (number == 0) return Ink::Black;
    constexpr std::array<Ink, 8> kByChannels{Ink::White,
                                             Ink::Blue,
                                             Ink::Green,
                                             Ink::Cyan,
                                             Ink::Red,
                                             Ink::Magenta,
                                             Ink::Yellow,
                                             Ink::White};
    const std::size_t channels =
        (number >> 23U & 1U) << 2U | (number >> 15U & 1U) << 1U | (number >> 7U & 1U);
    return kByChannels.at(channels);
}

std::optional<Command> commandOf(Pair pair) {
    const std::uint8_t first = firstOf(pair);
    const bool isMisc = first == kMisc || first == kMiscOfSecondField;
    if (!isMisc || !isWithin(pair.second, 0x20, 0x2F)) return std::nullopt;
    if (pair.second == 0x22 || pair.second == 0x23) return std::nullopt;  // alarms, out of use
    return static_cast<Command>(pair.second);
}

std::optional<Preamble> preambleOf(Pair pair) {
    const std::uint8_t first = firstOf(pair);
    if (!isWithin(first, 0x10, 0x17) || !isWithin(pair.second, 0x40, 0x7F)) return std::nullopt;
    const bool isSecond = (pair.second & 0x20U) != 0;
    if (first == 0x10 && isSecond) return std::nullopt;
    Preamble preamble;
    preamble.row = kFirstRows.at(first - 0x10U) + (isSecond ? 1 : 0);
    preamble.pen.isUnderlined = (pair.second & 1U) != 0;
    const unsigned kind = pair.second >> 1U & 0x0FU;
    constexpr unsigned kFirstIndent = 8;
    if (kind >= kFirstIndent)
        preamble.column = static_cast<int>(kind - kFirstIndent) * 4;
    else if (kind == kItalicInk)
        preamble.pen.isItalic = true;
    else
        preamble.pen.ink = static_cast<Ink>(kind);
    return preamble;
}

int tabOf(Pair pair) {
    const bool isTab = firstOf(pair) == kTabs && isWithin(pair.second, 0x21, 0x23);
    return isTab ? pair.second - 0x20 : 0;
}

std::optional<Pen> midRowOf(Pair pair, Pen before) {
    if (firstOf(pair) != 0x11 || !isWithin(pair.second, 0x20, 0x2F)) return std::nullopt;
    Pen pen = before;
    pen.isUnderlined = (pair.second & 1U) != 0;
    const unsigned kind = pair.second >> 1U & 7U;
    // Italics keep the colour; a colour ends italics.
    pen.isItalic = kind == kItalicInk;
    if (!pen.isItalic) pen.ink = static_cast<Ink>(kind);
    return pen;
}

std::optional<char32_t> specialOf(Pair pair) {
    if (firstOf(pair) != 0x11 || !isWithin(pair.second, 0x30, 0x3F)) return std::nullopt;
    return kSpecial.at(pair.second - 0x30U);
}

std::optional<char32_t> extendedOf(Pair pair) {
    if (!isWithin(pair.second, 0x20, 0x3F)) return std::nullopt;
    if (firstOf(pair) == 0x12) return kWestern.at(pair.second - 0x20U).letter;
    if (firstOf(pair) == 0x13) return kNorthern.at(pair.second - 0x20U).letter;
    return std::nullopt;
}

bool isAttribute(Pair pair) {
    const std::uint8_t first = firstOf(pair);
    return (first == 0x10 && isWithin(pair.second, 0x20, 0x2F)) ||
           (first == kTabs && isWithin(pair.second, 0x24, 0x2F));
}

char32_t letterOf(std::uint8_t byte) {
    const auto found = std::ranges::find(kStandard, byte, &Standard::byte);
    return found != kStandard.end() ? found->letter : static_cast<char32_t>(byte);
}

std::optional<Spelling> spellingOf(char32_t letter) {
    const auto standard = std::ranges::find(kStandard, letter, &Standard::letter);
    if (standard != kStandard.end()) return Spelling{standard->byte, std::nullopt, false};
    const bool isAscii = letter >= 0x20 && letter < 0x7F;
    if (isAscii && letterOf(static_cast<std::uint8_t>(letter)) == letter)
        return Spelling{static_cast<std::uint8_t>(letter), std::nullopt, false};
    const auto special = std::ranges::find(kSpecial, letter);
    if (letter != 0 && special != kSpecial.end())
        return Spelling{
            0, Pair{0x11, static_cast<std::uint8_t>(0x30 + (special - kSpecial.begin()))}, false};
    for (const auto* table : {&kWestern, &kNorthern}) {
        const auto found = std::ranges::find(*table, letter, &Extended::letter);
        if (found == table->end()) continue;
        const auto first = static_cast<std::uint8_t>(table == &kWestern ? 0x12 : 0x13);
        const auto second = static_cast<std::uint8_t>(0x20 + (found - table->begin()));
        return Spelling{static_cast<std::uint8_t>(found->before), Pair{first, second}, true};
    }
    return std::nullopt;
}

Pair pairOf(Command command) {
    return {kMisc, static_cast<std::uint8_t>(command)};
}

Pair pairOf(const Preamble& preamble) {
    const RowCode row = codeOfRow(preamble.row);
    const auto indent = static_cast<unsigned>(preamble.column / 4);
    return {row.first,
            static_cast<std::uint8_t>(row.second | 0x10U | indent << 1U |
                                      bitOf(preamble.pen.isUnderlined))};
}

Pair inkPreambleOf(int row, Pen pen) {
    const RowCode code = codeOfRow(row);
    const unsigned kind = pen.isItalic ? kItalicInk : static_cast<unsigned>(pen.ink);
    return {code.first,
            static_cast<std::uint8_t>(code.second | kind << 1U | bitOf(pen.isUnderlined))};
}

Pair tabBy(int columns) {
    return {kTabs, static_cast<std::uint8_t>(0x20 + columns)};
}

MidRows midRowsFor(Pen pen) {
    MidRows rows;
    const auto add = [&](unsigned kind) {
        rows.pairs.at(static_cast<std::size_t>(rows.count++)) = {
            0x11, static_cast<std::uint8_t>(0x20U | kind << 1U | bitOf(pen.isUnderlined))};
    };
    if (!pen.isItalic || pen.ink != Ink::White) add(static_cast<unsigned>(pen.ink));
    if (pen.isItalic) add(kItalicInk);
    return rows;
}

std::uint8_t withParity(std::uint8_t byte) {
    const bool isOdd = std::popcount(byte) % 2 == 1;
    return static_cast<std::uint8_t>(isOdd ? byte : byte | 0x80U);
}

}  // namespace subs::scc
