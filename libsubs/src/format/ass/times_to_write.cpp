// SPDX-License-Identifier: MIT
#include "format/ass/times_to_write.h"

#include <subs/time/frame_rule.h>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

namespace subs::ass {
namespace {

std::int64_t wholeUnits(Time time, Rounding rounding) {
    const std::int64_t units =
        rounding == Rounding::Floor ? time.floorCentiseconds() : time.nearestCentiseconds();
    return std::max<std::int64_t>(units, 0);
}

}  // namespace

Result<EventTimes> TimesToWrite::of(const Cue& cue) const {
    const Rounding rounding = options_.rounding;
    const Time end = edges_.endOf(static_cast<std::size_t>(&cue - document_.cues.data()));
    if (!isFrameRule(rounding))
        return EventTimes{wholeUnits(cue.start, rounding), wholeUnits(end, rounding)};
    const Time unit = Time::fromCentiseconds(1);
    const auto start = rounded(cue.start, Edge::Start, rounding, unit, options_.timeline);
    const auto last = rounded(end, Edge::End, rounding, unit, options_.timeline);
    if (start && last) return EventTimes{*start, *last};
    const Error& error = start ? last.error() : start.error();
    std::string at;
    appendTime(at, cue.start.nearestCentiseconds());
    return failure(error.code, fmt::format("the cue at {}: {}", at, error.message));
}

}  // namespace subs::ass
