// SPDX-License-Identifier: MIT
#include "format/ass/times_to_write.h"

#include <subs/time/frame_rule.h>

#include <fmt/format.h>

#include <algorithm>

namespace subs::ass {
namespace {

std::int64_t wholeUnits(Time time, Rounding rounding) {
    const std::int64_t units =
        rounding == Rounding::Floor ? time.floorCentiseconds() : time.nearestCentiseconds();
    return std::max<std::int64_t>(units, 0);
}

}  // namespace

Result<EventTimes> timesToWrite(const Cue& cue, const WriteOptions& options) {
    const Time end = cue.end.value_or(cue.start + kUnsaidDuration);
    if (!isFrameRule(options.rounding)) {
        return EventTimes{wholeUnits(cue.start, options.rounding),
                          wholeUnits(end, options.rounding)};
    }
    const Time unit = Time::fromCentiseconds(1);
    const auto start = rounded(cue.start, Edge::Start, options.rounding, unit, options.timeline);
    const auto last = rounded(end, Edge::End, options.rounding, unit, options.timeline);
    if (start && last) return EventTimes{*start, *last};
    const Error& error = start ? last.error() : start.error();
    std::string at;
    appendTime(at, cue.start.nearestCentiseconds());
    return failure(error.code, fmt::format("the cue at {}: {}", at, error.message));
}

}  // namespace subs::ass
