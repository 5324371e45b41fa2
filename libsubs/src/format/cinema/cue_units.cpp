// SPDX-License-Identifier: MIT
#include "format/cinema/cue_units.h"

#include <subs/format/features.h>
#include <subs/time/clock.h>
#include <subs/time/largest_time.h>

#include "format/edges.h"
#include "format/time_losses.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

namespace subs::cinema {
namespace {

constexpr std::array<std::int64_t, 9> kCinemaRates = {24, 25, 30, 48, 50, 60, 96, 100, 120};

bool isCinemaRate(FrameRate rate) {
    const Fraction each = rate.framesPerSecond();
    return each.denominator() == 1 && std::ranges::count(kCinemaRates, each.numerator()) > 0;
}

std::string nameOf(const Document& document, const Cue& cue) {
    return fmt::format("cue {}", &cue - document.cues.data() + 1);
}

}  // namespace

Result<void> checkRate(Dialect dialect, const FrameTimeline* timeline) {
    if (timeline == nullptr && dialect == Dialect::Interop) return {};
    if (timeline == nullptr)
        return failure("time.no-timeline",
                       "a DCDM file counts frames, and nothing says how many a second has: --fps "
                       "24, or the rate of the package");
    if (!timeline->isConstant())
        return failure("cinema.edit-rate",
                       "the frames of the film are not all as long, and a cinema shows 24, 25, 30, "
                       "48, 50 or 60 a second; --fps says how many");
    const FrameRate rate = timeline->averageRate();
    if (isCinemaRate(rate)) return {};
    const std::string found = formatted(rate.framesPerSecond());
    const std::int64_t whole = rate.nominal();
    return failure(
        "cinema.edit-rate",
        fmt::format("a cinema shows 24, 25, 30, 48, 50 or 60 frames a second, not {0}; a master of "
                    "{0} is played at {1} there: move the times first (subs retime --from-fps {0} "
                    "--to-fps {1}), then write with --fps {1}",
                    found,
                    whole));
}

Units newUnits(Dialect dialect, const FrameTimeline* timeline) {
    if (dialect == Dialect::Interop) return {kTicks, kTicks};
    if (timeline == nullptr) return {};
    const FrameRate rate = timeline->averageRate();
    return {rate.nominal(), rate.framesPerSecond()};
}

std::int64_t lastUnit(const Units& units) {
    constexpr std::int64_t kHour = 3600;
    const std::int64_t hours = units.inSecond == kTicks ? 100 : 30;
    return hours * kHour * units.inSecond - 1;
}

Result<std::int64_t> CueUnits::unit(const Cue& cue, Time time, Edge edge) const {
    const std::int64_t last = lastUnit(units_);
    if (isFrameRule(options_.rounding)) {
        auto result = onFrames(time, edge);
        if (result) return std::min(*result, last);
        return failure(result.error().code,
                       fmt::format("{}: {}", nameOf(document_, cue), result.error().message));
    }
    const bool isFloor = options_.rounding == Rounding::Floor;
    return std::min(isFloor ? unitAt(time, units_) : nearestUnit(time, units_), last);
}

/// Ticks stand between frames, as milliseconds would; units are the film's frames.
Result<std::int64_t> CueUnits::onFrames(Time time, Edge edge) const {
    const Time shown = std::max(time, Time());
    constexpr Time kTick = Time::fromMilliseconds(4);
    if (!areOfFilm()) return rounded(shown, edge, options_.rounding, kTick, options_.timeline);
    Frame frame = frameOfEdge(*options_.timeline, shown, edge, options_.rounding);
    if (edge == Edge::End) ++frame.number;
    return nearestUnit(options_.timeline->timeOf(frame), units_);
}

bool CueUnits::areOfFilm() const {
    return options_.timeline != nullptr && units_ != Units{kTicks, kTicks} &&
           isFrameRule(options_.rounding);
}

bool CueUnits::isExact(Time time) const {
    return timeOfUnit(nearestUnit(time, units_), units_) == time;
}

bool CueUnits::keeps(Time time, Time read, std::int64_t unit) const {
    if (options_.rounding == Rounding::Nearest) return time == read;
    return timeOfUnit(unit, units_) == read;
}

void planTimes(const Document& document,
               std::size_t index,
               const CueUnits& units,
               LossReport& losses) {
    const Cue& cue = document.cues[index];
    const WriteOptions options;
    const EdgeRounder edges(document, options, BeforeZero::Clamped);
    const auto add = [&](std::string_view feature,
                         LossSeverity severity,
                         const std::string& before,
                         std::int64_t unit) {
        const std::string after = timeCodeText(unit, units.units(), unitDigits(units.units()));
        losses.add(feature, severity, cue.id, before, after);
    };
    const auto planEdge = [&](Time time, Edge edge) {
        const std::int64_t last = lastUnit(units.units());
        const std::int64_t unit =
            units.unit(cue, time, edge).value_or(std::min(nearestUnit(time, units.units()), last));
        const LossSeverity moved =
            units.areOfFilm() ? LossSeverity::Info : severityOfSteps(timeOfUnit(1, units.units()));
        if (time < Time())
            add(feature::kNegativeTime, LossSeverity::Approximated, clockText(time), unit);
        else if (nearestUnit(time, units.units()) > last)
            add(feature::kTimeRange,
                LossSeverity::Unrepresentable,
                "a time later than a time code can say",
                unit);
        else if (timeOfUnit(unit, units.units()) != time)
            add(feature::kTimePrecision, moved, clockText(time), unit);
        return unit;
    };
    planEdge(cue.start, Edge::Start);
    const std::int64_t end = planEdge(edges.endOf(index), Edge::End);
    if (!cue.end) add(feature::kMissingEnd, LossSeverity::Approximated, "no end", end);
}

}  // namespace subs::cinema
