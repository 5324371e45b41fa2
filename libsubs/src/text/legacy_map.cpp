// SPDX-License-Identifier: MIT
#include "text/legacy_map.h"

#include "text/khmer_slots.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <utility>

// `data/khmer/legacy/limon.tsv`, put into the program as it is.
asm(".section .rodata\n"
    ".global legacyLimonMap\n"
    "legacyLimonMap:\n"
    ".incbin \"" SUBS_LEGACY_LIMON
    "\"\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern const char legacyLimonMap[];
}

namespace subs {
namespace {

constexpr std::size_t kColumns = 3;

/// Windows-1252 from 0x80 on as far as it is not ISO 8859-1; 0 for what it has not.
constexpr std::array<char16_t, 32> kWindows = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
constexpr char32_t kHighest = *std::ranges::max_element(kWindows);
constexpr char32_t kGreekMu = 0x3BC;
constexpr std::uint8_t kMicro = 0xB5;

/// The next part of `text` up to `end`, which goes too.
std::string_view nextPart(std::string_view& text, char end) {
    const std::size_t at = text.find(end);
    const std::string_view part = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
    return part;
}

std::u32string hexadecimals(std::string_view text) {
    std::u32string numbers;
    while (!text.empty()) {
        const std::string_view part = nextPart(text, ' ');
        std::uint32_t number = 0;
        std::from_chars(part.data(), part.data() + part.size(), number, 16);
        numbers += static_cast<char32_t>(number);
    }
    return numbers;
}

LegacyPlace placeNamed(std::string_view name) {
    if (name == "base") return LegacyPlace::Base;
    if (name == "left") return LegacyPlace::Left;
    if (name == "mark") return LegacyPlace::Mark;
    if (name == "alone") return LegacyPlace::Alone;
    return name == "stacked" ? LegacyPlace::Stacked : LegacyPlace::None;
}

}  // namespace

std::optional<std::uint8_t> legacyCodeOf(char32_t codePoint) {
    if (codePoint == kGreekMu) return kMicro;
    if (codePoint < 0x100) return static_cast<std::uint8_t>(codePoint);
    if (codePoint > kHighest) return std::nullopt;
    const auto* const found = std::ranges::find(kWindows, static_cast<char16_t>(codePoint));
    if (found == kWindows.end()) return std::nullopt;
    return static_cast<std::uint8_t>(0x80 + (found - kWindows.begin()));
}

const LegacyMap* LegacyMap::of(LegacyFont font) {
    static const LegacyMap limon{std::string_view(legacyLimonMap)};
    return font == LegacyFont::Limon ? &limon : nullptr;
}

LegacyMap::LegacyMap(std::string_view table) {
    while (!table.empty())
        addRow(nextPart(table, '\n'));
}

void LegacyMap::addRow(std::string_view row) {
    if (row.starts_with('#')) return;
    std::array<std::string_view, kColumns> columns;
    for (std::string_view& column : columns)
        column = nextPart(row, '\t');
    const LegacyPlace place = placeNamed(columns[1]);
    const std::u32string places = hexadecimals(columns[0]);
    if (place == LegacyPlace::None || places.empty()) return;
    std::string codes;
    for (const char32_t code : places) {
        codes += static_cast<char>(code);
        knows_[code & 0xFF] = true;
    }
    LegacySign sign{place, hexadecimals(columns[2]), static_cast<std::uint8_t>(codes.size())};
    if (codes.size() == 1)
        singles_[static_cast<std::uint8_t>(codes[0])] = std::move(sign);
    else
        addGroup(std::move(codes), std::move(sign));
}

void LegacyMap::addGroup(std::string codes, LegacySign sign) {
    std::uint8_t& longest = longest_[static_cast<std::uint8_t>(codes[0])];
    longest = std::max(longest, sign.codes);
    groups_.insert_or_assign(std::move(codes), std::move(sign));
}

bool LegacyMap::isSubscriptAt(std::string_view codes) const {
    if (codes.empty()) return false;
    const LegacySign& sign = singles_[static_cast<std::uint8_t>(codes[0])];
    return sign.place == LegacyPlace::Mark && sign.khmer.front() == khmer::kCoeng;
}

const LegacySign& LegacyMap::signAt(std::string_view codes) const {
    assert(!codes.empty());
    const auto first = static_cast<std::uint8_t>(codes[0]);
    for (std::size_t length = longest_[first]; length > 1; --length) {
        const auto group = groups_.find(codes.substr(0, length));
        if (group == groups_.end() || group->first.size() != length) continue;
        if (group->second.place != LegacyPlace::Stacked || isSubscriptAt(codes.substr(length)))
            return group->second;
    }
    return singles_[first];
}

}  // namespace subs
