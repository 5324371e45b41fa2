// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/time/time.h>

#include <string>
#include <string_view>

namespace subs {

/// A moment as a person types it: "1:02:03.456", "02:03.456", or seconds, "3723.456", "90s",
/// "1500ms", with as many decimals as there are; "," for "." too in a clock. To the nearest flick.
/// Error "time.bad-clock".
Result<Time> parseClock(std::string_view text);

/// A length of time, which may be negative: a clock with "+" or "-" before it, or a number with its
/// unit, "250ms", "-1.5s". Error "time.bad-clock".
Result<Time> parseDuration(std::string_view text);

/// "01:02:03.456", to the nearest millisecond; hours grow as needed, a minus sign before 0.
std::string clockText(Time time);

}  // namespace subs
