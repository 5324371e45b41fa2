// SPDX-License-Identifier: MIT
#include "format/ttml/cue_times.h"

#include <subs/format/features.h>

#include "format/time_losses.h"
#include "format/ttml/exact_seconds.h"
#include "format/ttml/time_expression.h"

#include <fmt/format.h>

#include <algorithm>

namespace subs::ttml {
namespace {

constexpr std::int64_t kThousand = 1000;

std::string clock(Time time) {
    const std::int64_t milliseconds = std::max<std::int64_t>(time.nearestMilliseconds(), 0);
    return timeExpression(Fraction(milliseconds, kThousand), TimeForm::Clock, Parameters());
}

bool isNeverSpelt(const Document&, const Cue&, Time) {
    return false;
}

Parameters parametersFor(const WriteOptions& options, const DialectRules& rules) {
    if (rules.times == TimeSpelling::Frames) return timeCodeParameters(options);
    Parameters parameters;
    constexpr std::int64_t kNetflixTicks = 10'000'000;
    if (rules.times == TimeSpelling::Ticks) parameters.tickRate = kNetflixTicks;
    return parameters;
}

}  // namespace

Parameters timeCodeParameters(const WriteOptions& options) {
    constexpr std::int64_t kUsualRate = 24;
    Parameters parameters;
    parameters.timeBase = TimeBase::Smpte;
    parameters.frameRate = kUsualRate;
    parameters.framesPerSecond = kUsualRate;
    if (options.timeline) {
        const FrameRate rate = options.timeline->averageRate();
        parameters.frameRate = rate.nominal();
        parameters.framesPerSecond = rate.framesPerSecond();
    }
    return parameters;
}

RateText rateText(const Parameters& parameters) {
    const Fraction multiplier = quotient(parameters.framesPerSecond, parameters.frameRate);
    return {std::to_string(parameters.frameRate),
            fmt::format("{} {}", multiplier.numerator(), multiplier.denominator())};
}

CueTimes::CueTimes(const Document& document, const WriteOptions& options, const DialectRules& rules)
    : document_(document),
      options_(options),
      rules_(rules),
      edges_(document, options, BeforeZero::Clamped),
      parameters_(parametersFor(options, rules)) {}

bool CueTimes::hasEnd(const Cue& cue) const {
    return cue.end || !rules_.has(feature::kMissingEnd);
}

Result<std::string> CueTimes::attributes(std::size_t index) const {
    const Cue& cue = document_.cues[index];
    auto begin = spelt(cue, cue.start, Edge::Start);
    if (!begin) return begin;
    std::string text = " begin=\"" + *begin + "\"";
    if (!hasEnd(cue)) return text;
    auto end = spelt(cue, edges_.endOf(index), Edge::End);
    if (!end) return end;
    return text + " end=\"" + *end + "\"";
}

Result<std::string> CueTimes::spelt(const Cue& cue, Time time, Edge edge) const {
    if (rules_.times == TimeSpelling::Frames) return frames(cue, time, edge);
    const auto milliseconds = edges_.milliseconds(cue, time, edge);
    if (!milliseconds) return tl::unexpected(milliseconds.error());
    const TimeForm form = rules_.times == TimeSpelling::Ticks ? TimeForm::Ticks : TimeForm::Clock;
    return timeExpression(Fraction(*milliseconds, kThousand), form, parameters_);
}

/// With a film a cue is shown on its frames as a player reads its edges, else on the nearest.
Result<std::string> CueTimes::frames(const Cue&, Time time, Edge edge) const {
    const Time shown = std::max(time, Time());
    std::int64_t frame = product(secondsOf(shown), parameters_.framesPerSecond).nearest();
    if (options_.timeline) {
        const Rounding rule = isFrameRule(options_.rounding) ? options_.rounding : Rounding::Frame;
        frame = frameOfEdge(*options_.timeline, shown, edge, rule).number;
        if (edge == Edge::End) ++frame;
    }
    const Fraction seconds =
        quotient(std::max<std::int64_t>(frame, 0), parameters_.framesPerSecond);
    return timeExpression(seconds, TimeForm::ClockFrames, parameters_);
}

void CueTimes::plan(std::size_t index, LossReport& losses) const {
    const Cue& cue = document_.cues[index];
    if (hasEnd(cue)) {
        reportTimes(document_, edges_, index, {clock, isNeverSpelt, "no format"}, losses);
    } else {
        Document one;
        one.format = document_.format;
        one.cues = {cue};
        one.cues.front().end = cue.start;
        LossReport ofStart;
        reportTimes(one, edges_, 0, {clock, isNeverSpelt, "no format"}, ofStart);
        for (const LossItem& item : ofStart.items)
            losses.add(item.feature, item.severity, cue.id, item.before, item.after);
    }
    if (rules_.times != TimeSpelling::Frames || options_.timeline) return;
    const auto isFrame = [&](Time time) {
        const Fraction frame = product(secondsOf(time), parameters_.framesPerSecond);
        return frame.denominator() == 1;
    };
    const Time end = edges_.endOf(index);
    if (isFrame(cue.start) && isFrame(end)) return;
    if (!edges_.isExact(cue.start) || !edges_.isExact(end)) return;  // told above
    losses.add(feature::kTimePrecision,
               LossSeverity::Approximated,
               cue.id,
               clock(cue.start) + "–" + clock(end),
               "the nearest of 24 frames a second; --fps gives the film's");
}

}  // namespace subs::ttml
