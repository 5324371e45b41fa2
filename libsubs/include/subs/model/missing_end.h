// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/time.h>

#include <algorithm>
#include <optional>

namespace subs {

/// How long a cue lasts for which no format gave an end.
inline constexpr Time kUsualDuration = Time::fromSeconds(3);

/// When a cue without an end that begins at `start` is over: `kUsualDuration` later, or when the
/// cue behind it begins at `next`, where that is sooner and later than `start`.
inline Time usualEnd(Time start, std::optional<Time> next) {
    const Time usual = start + kUsualDuration;
    return next && *next > start ? std::min(*next, usual) : usual;
}

}  // namespace subs
