// SPDX-License-Identifier: MIT
#include "format/ttml/cue_times.h"

#include <subs/format/features.h>
#include <subs/time/largest_time.h>

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

CueEdge onFrames(const Cue& cue, Time time, Edge edge) {
    return {cue, time, edge, TimeForm::ClockFrames, 0};
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
      rules_(rules),
      edges_(document, options, NegativeTimes::Clamped),
      parameters_(parametersFor(options, rules)),
      units_(document, options, parameters_, options.rounding) {}

bool CueTimes::hasEnd(const Cue& cue) const {
    return cue.end || !document_.hasOpenEnds || !rules_.has(feature::kMissingEnd);
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
    if (rules_.times == TimeSpelling::Frames) {
        const auto written = units_.written(onFrames(cue, time, edge));
        if (!written) return tl::unexpected(written.error());
        return timeExpression(written->seconds, TimeForm::ClockFrames, parameters_);
    }
    const auto milliseconds = edges_.milliseconds(cue, time, edge);
    if (!milliseconds) return tl::unexpected(milliseconds.error());
    const TimeForm form = rules_.times == TimeSpelling::Ticks ? TimeForm::Ticks : TimeForm::Clock;
    return timeExpression(Fraction(*milliseconds, kThousand), form, parameters_);
}

void CueTimes::plan(std::size_t index, LossReport& losses) const {
    const Cue& cue = document_.cues[index];
    if (rules_.times == TimeSpelling::Frames) return planFrames(index, losses);
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
}

void CueTimes::planFrames(std::size_t index, LossReport& losses) const {
    const Cue& cue = document_.cues[index];
    const auto planEdge = [&](Time time, Edge edge) {
        const CueEdge at = onFrames(cue, time, edge);
        if (const auto written = units_.written(at)) units_.plan(at, *written, losses);
    };
    planEdge(cue.start, Edge::Start);
    if (!hasEnd(cue)) return;
    planEdge(edges_.endOf(index), Edge::End);
    if (cue.end) return;
    if (const auto end = spelt(cue, edges_.endOf(index), Edge::End))
        losses.add(feature::kMissingEnd, LossSeverity::Approximated, cue.id, "no end", *end);
}

}  // namespace subs::ttml
