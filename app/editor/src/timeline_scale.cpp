// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/timeline_scale.h>

#include <algorithm>
#include <cmath>

namespace subs::editor {

namespace {

constexpr double kShareBehindEdge = 0.1;

Time fromSeconds(double seconds) {
    return Time::fromFlicks(std::llround(seconds * static_cast<double>(Time::kPerSecond)));
}

}  // namespace

void TimelineScale::setLength(Time length) {
    length_ = std::max(length, Time());
    fit(0);
}

void TimelineScale::setWidth(int pixels) {
    width_ = std::max(pixels, 1);
    fit(0);
}

double TimelineScale::leastPerSecond() const {
    const double seconds = length_.seconds();
    return seconds > 0 ? std::min(width_ / seconds, kMostPerSecond) : kUsualPerSecond;
}

double TimelineScale::perFrame(const FrameTimeline& frames) const {
    const Fraction rate = frames.averageRate().framesPerSecond();
    return perSecond_ * static_cast<double>(rate.denominator()) /
           static_cast<double>(rate.numerator());
}

double TimelineScale::xOf(Time time) const {
    return (time - from_).seconds() * perSecond_;
}

Time TimelineScale::timeAt(double x) const {
    return from_ + fromSeconds(x / perSecond_);
}

void TimelineScale::setPerSecond(double perSecond, double x) {
    wanted_ = std::clamp(perSecond, leastPerSecond(), kMostPerSecond);
    fit(x);
}

void TimelineScale::fit(double x) {
    const Time held = timeAt(x);
    perSecond_ = std::clamp(wanted_, leastPerSecond(), kMostPerSecond);
    from_ = held - fromSeconds(x / perSecond_);
    keepInside();
}

void TimelineScale::scrollTo(Time from) {
    from_ = from;
    keepInside();
}

void TimelineScale::scrollBy(double pixels) {
    scrollTo(timeAt(pixels));
}

bool TimelineScale::reveal(Time time) {
    const double x = xOf(time);
    if (x >= 0 && x < width_) return false;
    const Time before = from_;
    scrollTo(time - fromSeconds(kShareBehindEdge * width_ / perSecond_));
    return from_ != before;
}

void TimelineScale::keepInside() {
    const Time last = length_ - fromSeconds(width_ / perSecond_);
    from_ = std::clamp(from_, Time(), std::max(last, Time()));
}

Time markStep(double perSecond, double least) {
    constexpr int kSteps[] = {1, 2, 5, 10, 30, 60, 120, 300, 600, 1800, 3600};
    for (const int seconds : kSteps)
        if (seconds * perSecond >= least) return Time::fromSeconds(seconds);
    return Time::fromSeconds(kSteps[std::size(kSteps) - 1]);
}

}  // namespace subs::editor
