// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/fraction.h>
#include <subs/time/time.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Times of cinema subtitles: "HH:MM:SS:EEE", of which the last part counts editable units (frames)
// by SMPTE ST 428-7, §5.2, and ticks of 4 ms by CineCanvas.
namespace subs::cinema {

inline constexpr std::int64_t kTicks = 250;  ///< A second has in CineCanvas.
inline constexpr std::int64_t kUsualRate = 24;
inline constexpr std::int64_t kMostUnits = 1000;

/// What the units of a file's times are.
struct Units {
    std::int64_t inSecond = kUsualRate;  ///< As many as a second of the time code has.
    Fraction perSecond = kUsualRate;     ///< How many go by in a second.

    friend bool operator==(const Units&, const Units&) = default;
};

/// How a time is spelt.
struct TimeCode {
    std::int64_t hours = 0;
    std::int64_t minutes = 0;
    std::int64_t seconds = 0;
    std::int64_t units = 0;
    std::size_t unitDigits = 0;
    bool isDecimal = false;  ///< "00:00:01.5": the last part is of a second.
};

/// Nothing where `text` is no time code. Numbers of up to 18 digits.
std::optional<TimeCode> timeCodeIn(std::string_view text);

/// The time that it means; a longer one than can be worked with is `kLargestTime`.
Time timeOf(const TimeCode& code, const Units& units);

/// How long a fade lasts: a time code, or a number of units.
std::optional<Time> fadeIn(std::string_view text, const Units& units);

/// `count` units as a time code, the last part of `digits` digits at least.
std::string timeCodeText(std::int64_t count, const Units& units, std::size_t digits);

/// When unit `count` begins.
Time timeOfUnit(std::int64_t count, const Units& units);

/// The unit that `time` is nearest to (ties up), and the one that it is in; not below 0.
std::int64_t nearestUnit(Time time, const Units& units);
std::int64_t unitAt(Time time, const Units& units);

/// As many digits as the units of a file are usually written with.
std::size_t unitDigits(const Units& units);

}  // namespace subs::cinema
