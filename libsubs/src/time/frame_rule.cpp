// SPDX-License-Identifier: MIT
#include <subs/time/frame_rule.h>

#include "shown_milliseconds.h"
#include "wide.h"

#include <fmt/format.h>

#include <algorithm>

namespace subs {
namespace {

/// A moment as `ms * Time::kPerMillisecond * denominator`, so that moments between flicks stay
/// exact.
struct Interval {
    Fraction from;
    Fraction to;
};

Interval intervalOf(const FrameTimeline& timeline, Frame frame, Edge edge) {
    const std::int64_t before = edge == Edge::Start ? frame.number - 1 : frame.number;
    return {timeline.millisecondsOf(Frame{before}), timeline.millisecondsOf(Frame{before + 1})};
}

/// The midpoint of `interval` in whole `unit`s, nearest, ties up.
std::int64_t midpointUnits(const Interval& interval, Time unit) {
    const Wide numerator = Wide{interval.from.numerator()} * interval.to.denominator() +
                           Wide{interval.to.numerator()} * interval.from.denominator();
    const Wide denominator = Wide{interval.from.denominator()} * interval.to.denominator();
    const auto [top, bottom] = lowestTerms(numerator, 2 * denominator);
    const auto [flicks, units] = lowestTerms(Time::kPerMillisecond, unit.flicks());
    return clampedToInt64(wideNearest(top * flicks, bottom * units));
}

bool liesIn(const Interval& interval, std::int64_t units, Time unit) {
    const Fraction moment = fractionOf(Wide{units} * unit.flicks(), Time::kPerMillisecond);
    return interval.from < moment && moment <= interval.to;
}

/// The frame that begins nearest to `time`, the later one on a tie.
Frame frameNearestTo(const FrameTimeline& timeline, Time time) {
    const Frame shown = timeline.frameAt(time);
    const Frame next{shown.number + 1};
    const Time sinceShown = time - timeline.timeOf(shown);
    const Time untilNext = timeline.timeOf(next) - time;
    return untilNext <= sinceShown ? next : shown;
}

std::int64_t unitsIn(Time time, Time unit, Rounding rounding) {
    const Wide units = rounding == Rounding::Floor ? wideFloor(time.flicks(), unit.flicks())
                                                   : wideNearest(time.flicks(), unit.flicks());
    return static_cast<std::int64_t>(units);
}

}  // namespace

Frame frameOfEdge(const FrameTimeline& timeline, Time time, Edge edge, Rounding rounding) {
    if (rounding == Rounding::Frame)
        return edge == Edge::Start ? timeline.startFrameAt(time) : timeline.endFrameAt(time);
    const Frame nearest = frameNearestTo(timeline, time);
    return edge == Edge::Start ? nearest : Frame{nearest.number - 1};
}

Result<std::int64_t> unitsForFrame(const FrameTimeline& timeline,
                                   Frame frame,
                                   Edge edge,
                                   Time unit) {
    const Interval interval = intervalOf(timeline, frame, edge);
    const std::int64_t units = midpointUnits(interval, unit);
    if (liesIn(interval, units, unit)) return std::max<std::int64_t>(units, 0);
    return failure("time.no-unit-between-frames",
                   fmt::format("no multiple of {} ms lies {} frame {}, which begins at {} ms",
                               shownMilliseconds(exactMilliseconds(unit)),
                               edge == Edge::Start ? "between the frame before it and"
                                                   : "after the beginning of",
                               frame.number,
                               shownMilliseconds(timeline.millisecondsOf(frame))));
}

Result<std::int64_t> rounded(
    Time time, Edge edge, Rounding rounding, Time unit, const FrameTimeline* timeline) {
    if (rounding == Rounding::Nearest || rounding == Rounding::Floor)
        return std::max<std::int64_t>(unitsIn(time, unit, rounding), 0);
    if (timeline == nullptr)
        return failure("time.no-timeline",
                       "rounding to frames needs a frame rate or a film's frame times");
    return unitsForFrame(*timeline, frameOfEdge(*timeline, time, edge, rounding), edge, unit);
}

}  // namespace subs
