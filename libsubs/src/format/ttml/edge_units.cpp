// SPDX-License-Identifier: MIT
#include "format/ttml/edge_units.h"

#include <subs/time/largest_time.h>

#include "format/ttml/exact_seconds.h"

#include <algorithm>
#include <string>

namespace subs::ttml {
namespace {

constexpr Time kHalfMillisecond = Time::fromFlicks(Time::kPerMillisecond / 2);

}  // namespace

EdgeUnits::EdgeUnits(const Document& document,
                     const WriteOptions& options,
                     const Parameters& parameters,
                     Rounding rule)
    : document_(document),
      options_(options),
      parameters_(parameters),
      rule_(rule),
      edges_(document, options, NegativeTimes::Clamped),
      frames_(framesAt(parameters.framesPerSecond)),
      ticks_(framesAt(parameters.tickRate)) {}

std::optional<FrameEdges> EdgeUnits::framesAt(Fraction perSecond) const {
    const auto rate = FrameRate::fromFraction(perSecond);
    if (!rate) return std::nullopt;
    const Frame last = FrameTimeline::constant(*rate).frameAt(kLargestTime);
    return FrameEdges(document_, options_, {*rate, 0, last.number}, rule_);
}

/// Null for what counts no frames.
const FrameEdges* EdgeUnits::framesOf(TimeForm form) const {
    const bool isFrames = form == TimeForm::ClockFrames || form == TimeForm::Frames;
    if (!isFrames && form != TimeForm::Ticks) return nullptr;
    const std::optional<FrameEdges>& frames = isFrames ? frames_ : ticks_;
    return frames && isCounted(frames->rate(), form) ? &*frames : nullptr;
}

bool EdgeUnits::isCounted(FrameRate rate, TimeForm form) const {
    if (parameters_.timeBase == TimeBase::Smpte && form != TimeForm::Ticks) return true;
    return options_.timeline != nullptr && options_.timeline->averageRate() == rate;
}

bool EdgeUnits::saysExactly(Fraction seconds, TimeForm form) const {
    return seconds >= Fraction(0) &&
           secondsIn(timeExpression(seconds, form, parameters_), parameters_) == seconds;
}

Result<WrittenEdge> EdgeUnits::written(const CueEdge& edge) const {
    if (const FrameEdges* frames = framesOf(edge.form)) {
        const std::int64_t frame = frames->frameOf(edge.time, edge.edge);
        const Fraction seconds = quotient(frame, frames->rate().framesPerSecond());
        if (parameters_.timeBase == TimeBase::Smpte ||
            saysExactly(difference(seconds, edge.origin), edge.form))
            return WrittenEdge{seconds, frame};
    }
    if (options_.rounding == Rounding::Nearest)
        return WrittenEdge{secondsOf(std::max(edge.time, Time())), std::nullopt};
    const auto milliseconds = edges_.milliseconds(edge.cue, edge.time, edge.edge);
    if (!milliseconds) return tl::unexpected(milliseconds.error());
    constexpr std::int64_t kThousand = 1000;
    return WrittenEdge{Fraction(*milliseconds, kThousand), std::nullopt};
}

bool EdgeUnits::isOnFilm(const WrittenEdge& written) const {
    return written.frame && options_.timeline != nullptr && isFrameRule(rule_);
}

bool EdgeUnits::keeps(const CueEdge& edge, const WrittenEdge& written, Time read) const {
    const bool isNearest = options_.rounding == Rounding::Nearest;
    if (isNearest && edge.time == read) return true;
    if ((written.frame || !isNearest) && timeOf(written.seconds) == read) return true;
    if (!isOnFilm(written)) return false;
    // Behind the last frame of a film edges are whole milliseconds.
    if (std::max(edge.time - read, read - edge.time) <= kHalfMillisecond) return true;
    return areOfOneFrame(*options_.timeline, edge.time, read, edge.edge, rule_);
}

void EdgeUnits::plan(const CueEdge& edge, const WrittenEdge& written, LossReport& losses) const {
    const FrameEdges* frames = framesOf(edge.form);
    if (!written.frame || !frames) return;
    const auto spelt = [&](std::int64_t frame) {
        return timeExpression(
            quotient(frame, frames->rate().framesPerSecond()), edge.form, parameters_);
    };
    frames->planEdge(edge.cue, edge.time, edge.edge, spelt, losses);
}

Time EdgeUnits::step() const {
    constexpr Time kMillisecond = Time::fromMilliseconds(1);
    const FrameEdges* frames = framesOf(TimeForm::Frames);
    return frames ? std::max(kMillisecond, frames->timeOf(1)) : kMillisecond;
}

}  // namespace subs::ttml
