// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/time.h>

namespace subs {

/// 317 years. A reader takes longer times for this long, so that what is shifted from here still
/// fits a `Time`.
inline constexpr Time kLargestTime = Time::fromSeconds(10'000'000'000);

/// True of a time that may stand for a longer one of its file. Written anew it is not what was
/// read.
constexpr bool isTooLarge(Time time) {
    return time >= kLargestTime || time <= -kLargestTime;
}

}  // namespace subs
