// SPDX-License-Identifier: MIT
#include "format/cinema/cue_units.h"

#include <subs/format/features.h>
#include <subs/time/clock.h>
#include <subs/time/largest_time.h>

#include "format/edges.h"
#include "format/frame_edges.h"
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
    const Frame frame = frameFrom(*options_.timeline, shown, edge, options_.rounding);
    const auto rate = FrameRate::fromFraction(units_.perSecond);
    if (!rate) return nearestUnit(options_.timeline->timeOf(frame), units_);
    return std::max<std::int64_t>(fileFrameOf(*options_.timeline, frame, *rate), 0);
}

bool CueUnits::areOfFilm() const {
    return options_.timeline != nullptr && units_ != Units{kTicks, kTicks} &&
           isFrameRule(options_.rounding);
}

bool CueUnits::isExact(Time time) const {
    return timeOfUnit(nearestUnit(time, units_), units_) == time;
}

bool CueUnits::keeps(Time time, Edge edge, Time read, std::int64_t unit) const {
    if (options_.rounding == Rounding::Nearest && time == read) return true;
    if (timeOfUnit(unit, units_) == read) return true;
    if (!areOfFilm() || isTooLarge(time) || isTooLarge(read)) return false;
    return frameFrom(*options_.timeline, time, edge, options_.rounding) ==
           frameFrom(*options_.timeline, read, edge, options_.rounding);
}

/// A unit that shows the frame of the film which is meant loses nothing that is seen.
LossSeverity CueUnits::severityOf(Time time, Edge edge, std::int64_t unit) const {
    const bool isShown =
        areOfFilm() &&
        frameFrom(*options_.timeline, time, edge, options_.rounding) ==
            frameFrom(*options_.timeline, timeOfUnit(unit, units_), edge, Rounding::Frame);
    return isShown ? LossSeverity::Info : severityOfSteps(timeOfUnit(1, units_));
}

void CueUnits::plan(const Cue& cue, Time time, Edge edge, LossReport& losses) const {
    const std::int64_t last = lastUnit(units_);
    const std::int64_t nearest = nearestUnit(time, units_);
    const std::int64_t written = unit(cue, time, edge).value_or(std::min(nearest, last));
    const auto add = [&](std::string_view feature, LossSeverity severity, std::string_view before) {
        losses.add(
            feature, severity, cue.id, before, timeCodeText(written, units_, unitDigits(units_)));
    };
    if (time < Time())
        add(feature::kNegativeTime, LossSeverity::Approximated, clockText(time));
    else if (nearest > last)
        add(feature::kTimeRange,
            LossSeverity::Unrepresentable,
            "a time later than a time code can say");
    else if (timeOfUnit(written, units_) != time)
        add(feature::kTimePrecision, severityOf(time, edge, written), clockText(time));
}

void planTimes(const Document& document,
               std::size_t index,
               const CueUnits& units,
               LossReport& losses) {
    const Cue& cue = document.cues[index];
    const WriteOptions options;
    const EdgeRounder edges(document, options, NegativeTimes::Clamped);
    const Time end = edges.endOf(index);
    units.plan(cue, cue.start, Edge::Start, losses);
    units.plan(cue, end, Edge::End, losses);
    if (cue.end) return;
    const std::int64_t last = lastUnit(units.units());
    const std::int64_t unit =
        units.unit(cue, end, Edge::End).value_or(std::min(nearestUnit(end, units.units()), last));
    losses.add(feature::kMissingEnd,
               LossSeverity::Approximated,
               cue.id,
               "no end",
               timeCodeText(unit, units.units(), unitDigits(units.units())));
}

}  // namespace subs::cinema
