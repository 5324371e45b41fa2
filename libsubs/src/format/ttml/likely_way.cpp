// SPDX-License-Identifier: MIT
#include "format/ttml/likely_way.h"

#include "model/inner_time.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace subs::ttml {
namespace {

/// Edges that are put on frames move by less than one of 24 a second.
constexpr Time kFrame = Time::fromMilliseconds(42);

std::vector<Time> innerTimesOf(const CueText& text) {
    std::vector<Time> times;
    for (const Span& span : text.spans)
        if (span.kind == SpanKind::InnerTime)
            if (const auto time = innerTimeOf(span)) times.push_back(*time);
    return times;
}

/// Finds it.
class WayFinder {
public:
    WayFinder(const Cue& before, const Cue& after)
        : before_(before),
          after_(after),
          old_(innerTimesOf(before.text)),
          fresh_(innerTimesOf(after.text)),
          near_(innerRounding(before, after)) {}

    TimeMap run() const {
        const std::vector<TimeMap> ways = likelyWays();
        const auto found =
            std::ranges::find_if(ways, [&](const TimeMap& way) { return fits(way); });
        if (found != ways.end()) return *found;
        if (const auto way = throughAll()) return *way;
        return asTheStart();
    }

private:
    TimeMap asTheStart() const { return TimeMap::shift(after_.start - before_.start); }

    bool hasEnds() const { return before_.end && after_.end; }

    /// The likeliest first.
    std::vector<TimeMap> likelyWays() const {
        const TimeMap along = asTheStart();
        const TimeMap nowhere = TimeMap::shift(Time());
        if (!hasEnds()) return {along, nowhere};
        const Time start = after_.start - before_.start;
        const Time end = *after_.end - *before_.end;
        const bool isOnFrames =
            old_.empty() && apart(start, Time()) < kFrame && apart(end, Time()) < kFrame;
        if (start == end || isOnFrames) return {along, nowhere};
        const TimeMap alongEnd = TimeMap::shift(end);
        // What would begin before the film was cut off there.
        if (after_.start == Time() && start != Time() && end < Time())
            return {alongEnd, nowhere, along};
        std::vector<TimeMap> ways = {nowhere, along, alongEnd};
        const std::array<AnchorPoint, 2> edges = {
            {{before_.start, after_.start}, {*before_.end, *after_.end}}};
        const auto stretched = TimeMap::through(edges);
        // One edge that was moved alone leaves what is inside where it is.
        const bool isOneEdge = start == Time() || end == Time();
        if (stretched) ways.insert(isOneEdge ? ways.end() : ways.begin(), *stretched);
        return ways;
    }

    /// True where all inner times that are there now are old ones that went that way.
    bool fits(const TimeMap& way) const {
        auto next = old_.begin();
        return std::ranges::all_of(fresh_, [&](Time time) {
            const auto found = std::find_if(next, old_.end(), [&](Time old) {
                return apart(way.at(old), time) <= near_ || isWithStart(old, time);
            });
            if (found == old_.end()) return false;
            next = found + 1;
            return true;
        });
    }

    /// True of what was when the cue began, and is so still.
    bool isWithStart(Time old, Time time) const {
        return near_ > Time() && apart(old, before_.start) <= near_ &&
               apart(time, after_.start) <= near_;
    }

    /// From each time to the next, where they went ways of their own.
    std::optional<TimeMap> throughAll() const {
        if (old_.size() != fresh_.size()) return std::nullopt;
        std::vector<AnchorPoint> points = {{before_.start, after_.start}};
        if (hasEnds()) points.push_back({*before_.end, *after_.end});
        for (std::size_t i = 0; i < old_.size(); ++i)
            points.push_back({old_[i], fresh_[i]});
        std::ranges::sort(
            points, {}, [](const AnchorPoint& point) { return std::pair(point.from, point.to); });
        points.erase(std::unique(points.begin(), points.end()), points.end());
        auto way = TimeMap::through(points);
        return way ? std::optional(*std::move(way)) : std::nullopt;
    }

    const Cue& before_;
    const Cue& after_;
    std::vector<Time> old_;
    std::vector<Time> fresh_;
    Time near_;
};

}  // namespace

Time innerRounding(const Cue& before, const Cue& after) {
    const bool isMoved = before.start != after.start || before.end != after.end;
    return isMoved ? kInnerRounding : Time();
}

TimeMap likelyWay(const Cue& before, const Cue& after) {
    return WayFinder(before, after).run();
}

}  // namespace subs::ttml
