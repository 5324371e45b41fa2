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

FrameEdges::FrameEdges(const Document& document, const WriteOptions& options, FrameCount frames)
    : document_(document),
      options_(options),
      frames_(frames),
      timeline_(FrameTimeline::constant(frames.rate)),
      edges_(document, options, BeforeZero::Kept) {}

std::int64_t FrameEdges::frameOf(Time time, Edge edge) const {
    return std::clamp(unclampedFrameOf(time, edge), frames_.first, frames_.last);
}

std::int64_t FrameEdges::unclampedFrameOf(Time time, Edge edge) const {
    const auto nearest = [&](Time moment) {
        return frameOfEdge(timeline_, moment, Edge::Start, Rounding::FrameNearest).number;
    };
    if (isTooLarge(time)) return time > Time() ? frames_.last : frames_.first;
    if (options_.timeline == nullptr) return nearest(time);
    const FrameTimeline& film = *options_.timeline;
    const Rounding rule = isFrameRule(options_.rounding) ? options_.rounding : Rounding::Frame;
    const std::int64_t frame =
        frameOfEdge(film, time, edge, rule).number + (edge == Edge::End ? 1 : 0);
    return isOfFilm() ? frame : nearest(film.timeOf(Frame{frame}));
}

/// Whether the frames that are counted are those of a film that is known.
bool FrameEdges::isOfFilm() const {
    return options_.timeline != nullptr && options_.timeline->averageRate() == frames_.rate;
}

bool FrameEdges::isBeyond(Time time, Edge edge) const {
    return time > Time() && (isTooLarge(time) || unclampedFrameOf(time, edge) > frames_.last);
}

void FrameEdges::plan(std::size_t index,
                      Source source,
                      const std::function<std::string(std::int64_t)>& spelt,
                      LossReport& losses) const {
    const Cue& cue = document_.cues[index];
    const auto lose = [&](std::string_view feature,
                          LossSeverity severity,
                          std::string_view before,
                          std::string_view after) {
        losses.add(feature, severity, cue.id, before, after);
    };
    const auto planMove = [&](Time time, std::int64_t frame) {
        if (isOfFilm()) {
            if (options_.timeline->timeOf(Frame{frame}) == time) return;
            lose(feature::kTimePrecision,
                 LossSeverity::Info,
                 clockText(time),
                 spelt(frame) + ", on the frames of the film");
        } else if (timeOf(frame) != time) {
            lose(feature::kTimePrecision,
                 severityOfSteps(timeOf(1) - timeOf(0)),
                 clockText(time),
                 spelt(frame) + ", the nearest frame");
        }
    };
    const auto planEdge = [&](Time time, Edge edge) {
        const std::int64_t frame = frameOf(time, edge);
        if (time < timeOf(frames_.first))
            lose(feature::kNegativeTime,
                 LossSeverity::Approximated,
                 isTooLarge(time) ? kUnworkable : clockText(time),
                 spelt(frame));
        else if (isBeyond(time, edge))
            lose(feature::kTimeRange,
                 LossSeverity::Unrepresentable,
                 isTooLarge(time) ? kUnworkable : clockText(time),
                 spelt(frame));
        else
            planMove(time, frame);
    };
    if (source == Source::OwnFile) return;
    planEdge(cue.start, Edge::Start);
    planEdge(endOf(index), Edge::End);
    if (cue.end) return;
    lose(feature::kMissingEnd,
         LossSeverity::Approximated,
         "no end",
         spelt(frameOf(endOf(index), Edge::End)));
}

}  // namespace subs
