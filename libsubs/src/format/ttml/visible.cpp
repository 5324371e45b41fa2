// SPDX-License-Identifier: MIT
#include "format/ttml/visible.h"

#include <algorithm>

namespace subs::ttml {
namespace {

/// What is left of `interval` before and behind `gap`.
void addAround(std::vector<Interval>& result, const Interval& interval, const Interval& gap) {
    const Interval common = intersection(interval, gap);
    if (common.isEmpty()) {
        result.push_back(interval);
        return;
    }
    if (interval.begin < common.begin) result.push_back({interval.begin, common.begin});
    if (common.end && (!interval.end || *common.end < *interval.end))
        result.push_back({*common.end, interval.end});
}

std::vector<Interval> without(const std::vector<Interval>& intervals, const Interval& gap) {
    std::vector<Interval> result;
    for (const Interval& interval : intervals)
        addAround(result, interval, gap);
    return result;
}

}  // namespace

std::vector<Interval> visibleIn(std::vector<Interval> intervals, const Displayed& displayed) {
    if (displayed.isDisplayed && displayed.changes.empty()) return intervals;
    // From the change that counts most down: what it covers is decided by it.
    std::vector<Interval> open = std::move(intervals);
    std::vector<Interval> visible;
    const auto decide = [&](const DisplayChange& change) {
        if (change.isDisplayed)
            for (const Interval& interval : open)
                if (const Interval common = intersection(interval, change.when); !common.isEmpty())
                    visible.push_back(common);
        open = without(open, change.when);
    };
    std::for_each(displayed.changes.rbegin(), displayed.changes.rend(), decide);
    if (displayed.isDisplayed) visible.insert(visible.end(), open.begin(), open.end());
    return visible;
}

}  // namespace subs::ttml
