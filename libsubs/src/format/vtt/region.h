// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace subs::vtt {

/// A part of the picture that cues scroll in, with the usual values of WebVTT §3.2. Percentages.
struct Region {
    std::string id;
    double width = 100;
    double lines = 3;  ///< A whole number.
    double anchorX = 0;
    double anchorY = 100;
    double viewportX = 0;
    double viewportY = 100;
    bool scrollsUp = false;
};

/// By their ids; of several of one id the last one counts.
using Regions = std::map<std::string, Region, std::less<>>;

/// Reads the lines below REGION ("collect WebVTT region settings", WebVTT §6.2); what they do not
/// say has its usual value.
Region parsedRegion(std::string_view text);

/// Adds that of `text`.
void addRegion(std::string_view text, Regions& regions);

/// "12.5%" as 12.5; nothing where it is no percentage from 0 to 100.
std::optional<double> percentageIn(std::string_view text);

/// A name and a value joined by ':'.
struct Setting {
    std::string_view name;
    std::string_view value;
};

/// Nothing where one of them is missing.
std::optional<Setting> settingIn(std::string_view word);

/// A decimal of digits with at most one point between two of them, and perhaps a minus before it;
/// nothing where it is none, or too large for a double.
std::optional<double> decimalIn(std::string_view text);

}  // namespace subs::vtt
