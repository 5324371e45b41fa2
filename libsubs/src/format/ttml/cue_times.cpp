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
      options_(options),
      rules_(rules),
      edges_(document, options, BeforeZero::Clamped),
      parameters_(parametersFor(options, rules)),
      units_(document, options, parameters_) {}

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
    if (rules_.times != TimeSpelling::Frames) return;
    planFrame(cue, cue.start, Edge::Start, losses);
    if (hasEnd(cue)) planFrame(cue, edges_.endOf(index), Edge::End, losses);
}

/// What a time that is whole milliseconds loses on the way to a frame.
void CueTimes::planFrame(const Cue& cue, Time time, Edge edge, LossReport& losses) const {
    if (edges_.clamps(time) || isTooLarge(time) || !edges_.isExact(time)) return;  // told already
    const auto written = units_.written(onFrames(cue, time, edge));
    if (!written || timeOf(written->seconds) == time) return;
    const std::string_view how = options_.timeline
                                     ? "the frames of the film"
                                     : "the nearest of 24 frames a second; --fps gives the film's";
    losses.add(feature::kTimePrecision,
               options_.timeline ? LossSeverity::Info : LossSeverity::Approximated,
               cue.id,
               clock(time),
               fmt::format("{}, on {}", clock(timeOf(written->seconds)), how));
}

}  // namespace subs::ttml
