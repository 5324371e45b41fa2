// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/fraction.h>

#include "format/ttml/parameters.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Time expressions, TTML2 §12.3.1: "00:00:04.250", "00:00:04:06", "4.25s", "102f", "45000000t".
namespace subs::ttml {

/// How a time is spelt.
enum class TimeForm : std::uint8_t {
    Clock,        ///< 00:00:04.250
    ClockFrames,  ///< 00:00:04:06
    Hours,        ///< 0.5h
    Minutes,
    Seconds,
    Milliseconds,
    Frames,
    Ticks,
};

/// What `text` says in seconds, exactly; nothing where it is no time expression. By time base
/// "smpte" a time code counts frames, of which drop frame leaves some out (§H.2); by all others it
/// is a time of the clock with a part of a second in frames. Numbers of up to 18 digits.
std::optional<Fraction> secondsIn(std::string_view text, const Parameters& parameters);

/// The form that `text` is in; nothing where it is no time expression.
std::optional<TimeForm> formOf(std::string_view text);

/// `seconds`, not below 0, in that form. Rounds to its nearest unit, ties up: milliseconds of a
/// clock, frames, ticks, and of the others their third decimal place.
std::string timeExpression(Fraction seconds, TimeForm form, const Parameters& parameters);

/// `seconds`, not below 0, by the clock with as many decimal places as tell flicks apart, but at
/// least three: "00:00:04.667333333".
std::string preciseClock(Fraction seconds);

}  // namespace subs::ttml
