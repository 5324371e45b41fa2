// SPDX-License-Identifier: MIT
#include "qc/time_limits.h"

namespace subs {
namespace {

bool isWhole(Time time, Time unit) {
    return time.flicks() % unit.flicks() == 0;
}

Time unitOf(const Document& document) {
    const bool centiseconds = document.format == "ass" || document.format == "ssa";
    return centiseconds ? Time::fromCentiseconds(1) : Time::fromMilliseconds(1);
}

}  // namespace

bool RoundedLength::isBelow(Time limit) const {
    return unit == Time() ? length < limit : length + unit <= limit;
}

bool RoundedLength::isAbove(Time limit) const {
    return unit == Time() ? length > limit : length - unit >= limit;
}

RoundedLength lengthBetween(const Document& document, Time from, Time to) {
    const Time unit = unitOf(document);
    return {to - from, isWhole(from, unit) && isWhole(to, unit) ? unit : Time()};
}

Time lengthOfFrames(int count, const FrameTimeline* timeline) {
    const FrameRate rate = timeline ? timeline->averageRate() : FrameRate();
    return FrameTimeline::constant(rate).timeOf(Frame{count});
}

Time lengthOnScreen(const FrameTimeline& timeline, Time start, Time end) {
    const Frame first = timeline.startFrameAt(start);
    const Frame afterLast{timeline.endFrameAt(end).number + 1};
    return timeline.timeOf(afterLast) - timeline.timeOf(first);
}

}  // namespace subs
