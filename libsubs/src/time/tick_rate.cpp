// SPDX-License-Identifier: MIT
#include <subs/time/tick_rate.h>

#include "time/wide.h"

namespace subs {

std::int64_t TickRate::ticksOf(Time time) const {
    return clampedToInt64(wideNearest(Wide{time.flicks()} * perSecond_, Time::kPerSecond));
}

Time TickRate::timeOf(std::int64_t ticks) const {
    return Time::fromFlicks(
        clampedToInt64(wideNearest(Wide{ticks} * Time::kPerSecond, perSecond_)));
}

}  // namespace subs
