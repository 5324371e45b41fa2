// SPDX-License-Identifier: MIT
#include "format/frame_edges.h"

#include <subs/format/features.h>
#include <subs/time/clock.h>
#include <subs/time/largest_time.h>

#include "format/time_losses.h"

#include <algorithm>

namespace subs {
namespace {

const std::string kUnworkable = "a time too large to be worked with";

}  // namespace

Frame frameFrom(const FrameTimeline& film, Time time, Edge edge, Rounding rule) {
    const std::int64_t number = frameOfEdge(film, time, edge, rule).number;
    return Frame{edge == Edge::End ? number + 1 : number};
}

std::int64_t fileFrameOf(const FrameTimeline& film, Frame frame, FrameRate rate) {
    const FrameTimeline own = FrameTimeline::constant(rate);
    const Time moment = film.timeOf(frame);
    const Time half = Time::fromFlicks(own.timeOf(Frame{1}).flicks() / 2);
    if (film.averageRate() == rate && apart(own.timeOf(frame), moment) < half) return frame.number;
    const std::int64_t before = own.frameAt(film.millisecondsOf(frame)).number;
    const bool isEarly =
        !film.isConstant() && own.timeOf(Frame{before + 1}) - moment <= Time::fromMilliseconds(1);
    return isEarly ? before + 1 : before;
}

bool areOfOneFrame(const FrameTimeline& film, Time a, Time b, Edge edge, Rounding rule) {
    if (isTooLarge(a) || isTooLarge(b)) return false;
    return frameFrom(film, a, edge, rule) == frameFrom(film, b, edge, rule);
}

FrameEdges::FrameEdges(const Document& document,
                       const WriteOptions& options,
                       FrameCount frames,
                       Rounding rule)
    : document_(document),
      rule_(rule),
      film_(isFrameRule(rule) ? options.timeline : nullptr),
      frames_(frames),
      timeline_(FrameTimeline::constant(frames.rate)),
      edges_(document, options, NegativeTimes::Kept) {}

std::int64_t FrameEdges::frameOf(Time time, Edge edge) const {
    return std::clamp(unclampedFrameOf(time, edge), frames_.first, frames_.last);
}

std::int64_t FrameEdges::unclampedFrameOf(Time time, Edge edge) const {
    if (isTooLarge(time)) return time > Time() ? frames_.last : frames_.first;
    if (film_ != nullptr)
        return fileFrameOf(*film_, frameFrom(*film_, time, edge, rule_), frames_.rate);
    return rule_ == Rounding::Floor
               ? timeline_.frameAt(time).number
               : frameOfEdge(timeline_, time, Edge::Start, Rounding::FrameNearest).number;
}

bool FrameEdges::isBeyond(Time time, Edge edge) const {
    return time > Time() && (isTooLarge(time) || unclampedFrameOf(time, edge) > frames_.last);
}

void FrameEdges::planMove(
    const Cue& cue, Time time, Edge edge, const Spelling& spelt, LossReport& losses) const {
    const std::int64_t frame = frameOf(time, edge);
    if (timeOf(frame) == time) return;
    const auto lose = [&](LossSeverity severity, std::string_view how) {
        losses.add(
            feature::kTimePrecision, severity, cue.id, clockText(time), spelt(frame).append(how));
    };
    const LossSeverity moved = severityOfSteps(timeOf(1) - timeOf(0));
    if (film_ == nullptr) {
        const bool isFloor = rule_ == Rounding::Floor;
        return lose(moved, isFloor ? ", the frame before" : ", the nearest frame");
    }
    const FrameTimeline& film = *film_;
    const Frame wanted = frameFrom(film, time, edge, rule_);
    const bool isOfFilm = film.averageRate() == frames_.rate && wanted.number == frame;
    if (isOfFilm && film.timeOf(wanted) == time) return;
    if (isOfFilm || frameFrom(film, timeOf(frame), edge, Rounding::Frame) == wanted)
        return lose(LossSeverity::Info, ", on the frames of the film");
    lose(moved, ", the last frame before that of the film");
}

void FrameEdges::planEdge(
    const Cue& cue, Time time, Edge edge, const Spelling& spelt, LossReport& losses) const {
    const auto lose = [&](std::string_view feature, LossSeverity severity) {
        losses.add(feature,
                   severity,
                   cue.id,
                   isTooLarge(time) ? kUnworkable : clockText(time),
                   spelt(frameOf(time, edge)));
    };
    if (time < timeOf(frames_.first))
        lose(feature::kNegativeTime, LossSeverity::Approximated);
    else if (isBeyond(time, edge))
        lose(feature::kTimeRange, LossSeverity::Unrepresentable);
    else
        planMove(cue, time, edge, spelt, losses);
}

void FrameEdges::plan(std::size_t index,
                      Source source,
                      const Spelling& spelt,
                      LossReport& losses) const {
    if (source == Source::OwnFile) return;
    const Cue& cue = document_.cues[index];
    planEdge(cue, cue.start, Edge::Start, spelt, losses);
    planEdge(cue, endOf(index), Edge::End, spelt, losses);
    if (cue.end) return;
    losses.add(feature::kMissingEnd,
               LossSeverity::Approximated,
               cue.id,
               "no end",
               spelt(frameOf(endOf(index), Edge::End)));
}

}  // namespace subs
