// SPDX-License-Identifier: MIT
#include "format/vtt/settings.h"

#include "format/vtt/ascii.h"

#include <algorithm>
#include <array>
#include <span>

namespace subs::vtt {
namespace {

constexpr std::array<std::string_view, 3> kDirections = {"", "rl", "lr"};
constexpr std::array<std::string_view, 3> kLineAligns = {"start", "center", "end"};
constexpr std::array<std::string_view, 4> kPositionAligns = {
    "auto", "line-left", "center", "line-right"};
constexpr std::array<std::string_view, 5> kTextAligns = {"center", "start", "end", "left", "right"};

/// The value of that name, from `first` on: what comes before has no name in a file.
template <class Value>
bool take(std::span<const std::string_view> names,
          std::string_view name,
          Value& value,
          std::size_t first = 0) {
    const auto found =
        std::find(names.begin() + static_cast<std::ptrdiff_t>(first), names.end(), name);
    if (found == names.end()) return false;
    value = static_cast<Value>(found - names.begin());
    return true;
}

/// A value and what follows its comma.
struct Pair {
    std::string_view value;
    std::optional<std::string_view> align;
};

Pair pairIn(std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma == text.npos) return {text, std::nullopt};
    return {text.substr(0, comma), text.substr(comma + 1)};
}

bool takeLine(std::string_view text, CueSettings& settings) {
    const Pair pair = pairIn(text);
    const bool isPercentage = pair.value.ends_with('%');
    const auto line = isPercentage ? percentageIn(pair.value) : decimalIn(pair.value);
    LineAlign align = settings.lineAlign;
    if (!line || (pair.align && !take(kLineAligns, *pair.align, align))) return false;
    settings.line = line;
    settings.snapsToLines = !isPercentage;
    settings.lineAlign = align;
    return true;
}

bool takePosition(std::string_view text, CueSettings& settings) {
    const Pair pair = pairIn(text);
    const auto position = percentageIn(pair.value);
    PositionAlign align = settings.positionAlign;
    if (!position || (pair.align && !take(kPositionAligns, *pair.align, align, 1))) return false;
    settings.position = position;
    settings.positionAlign = align;
    return true;
}

bool takeSize(std::string_view text, CueSettings& settings) {
    const auto size = percentageIn(text);
    if (size) settings.size = *size;
    return size.has_value();
}

bool takeRegion(std::string_view id, const Regions& regions, CueSettings& settings) {
    const auto region = regions.find(id);
    settings.region = region == regions.end() ? nullptr : &region->second;
    return settings.region != nullptr;
}

bool takeSetting(const Setting& setting, const Regions& regions, CueSettings& settings) {
    if (setting.name == "region") return takeRegion(setting.value, regions, settings);
    if (setting.name == "vertical") return take(kDirections, setting.value, settings.direction, 1);
    if (setting.name == "line") return takeLine(setting.value, settings);
    if (setting.name == "position") return takePosition(setting.value, settings);
    if (setting.name == "size") return takeSize(setting.value, settings);
    if (setting.name == "align") return take(kTextAligns, setting.value, settings.align);
    return false;
}

}  // namespace

CueSettings parsedSettings(std::string_view text,
                           const Regions& regions,
                           std::vector<std::string_view>* flaws) {
    CueSettings settings;
    for (std::string_view word = takeWord(text); !word.empty(); word = takeWord(text)) {
        const auto setting = settingIn(word);
        const bool isTaken = setting && takeSetting(*setting, regions, settings);
        if (!isTaken && flaws) flaws->push_back(word);
    }
    return settings;
}

std::string_view nameOf(Direction direction) {
    return kDirections[static_cast<std::size_t>(direction)];
}
std::string_view nameOf(LineAlign align) {
    return kLineAligns[static_cast<std::size_t>(align)];
}
std::string_view nameOf(PositionAlign align) {
    return kPositionAligns[static_cast<std::size_t>(align)];
}
std::string_view nameOf(TextAlign align) {
    return kTextAligns[static_cast<std::size_t>(align)];
}

}  // namespace subs::vtt
