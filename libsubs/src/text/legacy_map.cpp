// SPDX-License-Identifier: MIT
#include "text/legacy_map.h"

#include "text/khmer_slots.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace subs {
namespace {

/// Windows-1252 from 0x80 on as far as it is not ISO 8859-1; 0 for what it has not.
constexpr std::array<char16_t, 32> kWindows = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
constexpr char32_t kHighest = *std::ranges::max_element(kWindows);
constexpr char32_t kGreekMu = 0x3BC;
constexpr std::uint8_t kMicro = 0xB5;

}  // namespace

std::optional<std::uint8_t> legacyCodeOf(char32_t codePoint) {
    if (codePoint == kGreekMu) return kMicro;
    if (codePoint < 0x100) return static_cast<std::uint8_t>(codePoint);
    if (codePoint > kHighest) return std::nullopt;
    const auto* const found = std::ranges::find(kWindows, static_cast<char16_t>(codePoint));
    if (found == kWindows.end()) return std::nullopt;
    return static_cast<std::uint8_t>(0x80 + (found - kWindows.begin()));
}

bool LegacyMap::add(std::string codes, LegacyPlace place, std::u32string khmer) {
    for (const char code : codes)
        knows_[static_cast<std::uint8_t>(code)] = true;
    LegacySign sign{place, std::move(khmer), static_cast<std::uint8_t>(codes.size())};
    if (codes.size() > 1) return addGroup(std::move(codes), sign);
    LegacySign& single = singles_[static_cast<std::uint8_t>(codes[0])];
    if (single.place != LegacyPlace::None) return false;
    single = std::move(sign);
    return true;
}

bool LegacyMap::addGroup(std::string codes, const LegacySign& sign) {
    std::uint8_t& longest = longest_[static_cast<std::uint8_t>(codes[0])];
    longest = std::max(longest, sign.codes);
    return groups_.try_emplace(std::move(codes), sign).second;
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
