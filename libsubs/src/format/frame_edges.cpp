// SPDX-License-Identifier: MIT
#include "format/frame_edges.h"

#include <subs/format/features.h>
#include <subs/time/clock.h>
#include <subs/time/largest_time.h>

#include <algorithm>

namespace subs {

FrameEdges::FrameEdges(const Document& document, const WriteOptions& options, FrameCount frames)
    : document_(document),
      options_(options),
      frames_(frames),
      timeline_(FrameTimeline::constant(frames.rate)),
      edges_(document, options, BeforeZero::Kept) {}

std::int64_t FrameEdges::frameOf(Time time, Edge edge) const {
    return std::clamp(unclamped(time, edge), frames_.first, frames_.last);
}

std::int64_t FrameEdges::unclamped(Time time, Edge edge) const {
    const auto nearest = [&](Time moment) {
        return frameOfEdge(timeline_, moment, Edge::Start, Rounding::FrameNearest).number;
    };
    if (isTooLarge(time)) return time > Time() ? frames_.last : frames_.first;
    if (options_.timeline == nullptr) return nearest(time);
    const FrameTimeline& film = *options_.timeline;
    const Rounding rule = isFrameRule(options_.rounding) ? options_.rounding : Rounding::Frame;
    const std::int64_t frame =
        frameOfEdge(film, time, edge, rule).number + (edge == Edge::End ? 1 : 0);
    const bool isSameRate = film.averageRate().nominal() == frames_.rate.nominal();
    return isSameRate ? frame : nearest(film.timeOf(Frame{frame}));
}

void FrameEdges::plan(std::size_t index,
                      Source source,
                      const std::function<std::string(std::int64_t)>& spelt,
                      LossReport& losses) const {
    const Cue& cue = document_.cues[index];
    const auto add = [&](Time time, Edge edge) {
        const std::int64_t frame = frameOf(time, edge);
        const bool isEarly = time < timeOf(frames_.first) && !isTooLarge(time);
        const bool isLate = isTooLarge(time) || frame < unclamped(time, edge);
        if (isEarly)
            losses.add(feature::kNegativeTime,
                       LossSeverity::Approximated,
                       cue.id,
                       clockText(time),
                       spelt(frame));
        else if (isLate)
            losses.add(feature::kTimeRange,
                       LossSeverity::Approximated,
                       cue.id,
                       isTooLarge(time) ? "a time too large to be worked with" : clockText(time),
                       spelt(frame));
        else if (timeOf(frame) != time && options_.timeline == nullptr)
            losses.add(feature::kTimePrecision,
                       LossSeverity::Info,
                       cue.id,
                       clockText(time),
                       spelt(frame) + ", the nearest frame");
    };
    if (source == Source::OwnFile) return;
    add(cue.start, Edge::Start);
    add(endOf(index), Edge::End);
    if (cue.end) return;
    losses.add(feature::kMissingEnd,
               LossSeverity::Approximated,
               cue.id,
               "no end",
               spelt(frameOf(endOf(index), Edge::End)));
}

}  // namespace subs
