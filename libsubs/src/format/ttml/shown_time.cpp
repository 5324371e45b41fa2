// SPDX-License-Identifier: MIT
#include "format/ttml/shown_time.h"

#include "format/ttml/exact_seconds.h"

#include <algorithm>

namespace subs::ttml {

Interval saidTime(const ContentElement& element) {
    const TimedElement& timing = element.timing;
    const Fraction begin = timing.said.begin;
    if (!timing.isReached) return {begin, begin};
    if (!timing.said.end) return {begin, element.shown.end};
    const bool isCut = timing.limit && *timing.limit < *timing.said.end;
    return {begin, isCut ? std::max(*timing.limit, begin) : timing.said.end};
}

Interval timeIn(const RegionChoice& region, const Interval& said, const Head& head) {
    // A paragraph that is read again may have a region in it that the head does not have.
    if (region.index >= head.regions.size()) return said;
    const Interval shown = intersection(said, head.regions[region.index].active);
    return shown.isEmpty() ? said : shown;
}

}  // namespace subs::ttml
