// SPDX-License-Identifier: MIT
#include "format/vtt/region.h"

#include "format/vtt/ascii.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

namespace subs::vtt {
namespace {

bool isNumber(std::string_view digits) {
    return !digits.empty() && std::ranges::all_of(digits, isDigit);
}

/// "10%,90%".
std::optional<std::pair<double, double>> pointIn(std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma == text.npos) return std::nullopt;
    const auto x = percentageIn(text.substr(0, comma));
    const auto y = percentageIn(text.substr(comma + 1));
    if (!x || !y) return std::nullopt;
    return std::pair(*x, *y);
}

void apply(const Setting& setting, Region& region) {
    if (setting.name == "id") region.id = setting.value;
    if (setting.name == "width") region.width = percentageIn(setting.value).value_or(region.width);
    if (setting.name == "lines" && isNumber(setting.value))
        region.lines = decimalIn(setting.value).value_or(region.lines);
    if (setting.name == "regionanchor") {
        const auto point = pointIn(setting.value);
        if (point) std::tie(region.anchorX, region.anchorY) = *point;
    }
    if (setting.name == "viewportanchor") {
        const auto point = pointIn(setting.value);
        if (point) std::tie(region.viewportX, region.viewportY) = *point;
    }
    if (setting.name == "scroll" && setting.value == "up") region.scrollsUp = true;
}

}  // namespace

std::optional<double> decimalIn(std::string_view text) {
    std::string_view digits = text;
    if (digits.starts_with('-')) digits.remove_prefix(1);
    const std::size_t point = digits.find('.');
    if (!isNumber(digits.substr(0, point))) return std::nullopt;
    if (point != digits.npos && !isNumber(digits.substr(point + 1))) return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc::result_out_of_range) return value;
    // Too small to be told from 0 is 0; too large is no number.
    const bool isSmall = digits.substr(0, point).find_first_not_of('0') == digits.npos;
    return isSmall ? std::optional(0.0) : std::nullopt;
}

std::optional<double> percentageIn(std::string_view text) {
    if (!text.ends_with('%')) return std::nullopt;
    const auto value = decimalIn(text.substr(0, text.size() - 1));
    if (!value || text.front() == '-' || *value > 100) return std::nullopt;
    return value;
}

std::optional<Setting> settingIn(std::string_view word) {
    const std::size_t colon = word.find(':');
    if (colon == word.npos || colon == 0 || colon + 1 == word.size()) return std::nullopt;
    return Setting{word.substr(0, colon), word.substr(colon + 1)};
}

Region parsedRegion(std::string_view text) {
    Region region;
    for (std::string_view word = takeWord(text); !word.empty(); word = takeWord(text)) {
        if (const auto setting = settingIn(word)) apply(*setting, region);
    }
    return region;
}

void addRegion(std::string_view text, Regions& regions) {
    Region region = parsedRegion(text);
    std::string id = region.id;
    regions.insert_or_assign(std::move(id), std::move(region));
}

}  // namespace subs::vtt
