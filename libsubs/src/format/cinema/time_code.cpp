// SPDX-License-Identifier: MIT
#include "format/cinema/time_code.h"

#include <subs/time/largest_time.h>

#include "format/xml/words.h"
#include "time/wide.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace subs::cinema {
namespace {

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 3600;

Time timeOfFlicks(Wide flicks) {
    constexpr Wide kMost = kLargestTime.flicks();
    return Time::fromFlicks(static_cast<std::int64_t>(std::min(flicks, kMost)));
}

Wide wholeSeconds(const TimeCode& code) {
    return Wide{code.hours} * kHour + Wide{code.minutes} * kMinute + code.seconds;
}

/// A second of the time code lasts `inSecond / perSecond` seconds.
Time timeOfUnits(Wide count, const Units& units) {
    return timeOfFlicks(wideNearest(count * Time::kPerSecond * units.perSecond.denominator(),
                                    units.perSecond.numerator()));
}

Time decimalTime(const TimeCode& code) {
    Wide tenth = 1;
    for (std::size_t i = 0; i < code.unitDigits; ++i)
        tenth *= 10;
    return timeOfFlicks(wholeSeconds(code) * Time::kPerSecond +
                        wideNearest(Wide{code.units} * Time::kPerSecond, tenth));
}

}  // namespace

std::optional<TimeCode> timeCodeIn(std::string_view text) {
    text = trimmed(text);
    TimeCode code;
    for (std::int64_t* const part : {&code.hours, &code.minutes, &code.seconds}) {
        const std::size_t end = text.find_first_of(":.;");
        const auto number = wholeNumber(text.substr(0, end));
        if (!number || end == text.npos) return std::nullopt;
        code.isDecimal = text[end] == '.';
        if (code.isDecimal && part != &code.seconds) return std::nullopt;
        *part = *number;
        text.remove_prefix(end + 1);
    }
    const auto units = wholeNumber(text);
    if (!units) return std::nullopt;
    code.units = *units;
    code.unitDigits = text.size();
    return code;
}

Time timeOf(const TimeCode& code, const Units& units) {
    if (code.isDecimal) return decimalTime(code);
    return timeOfUnits(wholeSeconds(code) * units.inSecond + code.units, units);
}

std::optional<Time> fadeIn(std::string_view text, const Units& units) {
    if (const auto count = wholeNumber(trimmed(text))) return timeOfUnits(*count, units);
    const auto code = timeCodeIn(text);
    return code ? std::optional(timeOf(*code, units)) : std::nullopt;
}

std::string timeCodeText(std::int64_t count, const Units& units, std::size_t digits) {
    const std::int64_t seconds = count / units.inSecond;
    return fmt::format("{:02}:{:02}:{:02}:{:0{}}",
                       seconds / kHour,
                       seconds / kMinute % kMinute,
                       seconds % kMinute,
                       count % units.inSecond,
                       digits);
}

Time timeOfUnit(std::int64_t count, const Units& units) {
    return timeOfUnits(count, units);
}

std::int64_t nearestUnit(Time time, const Units& units) {
    const Wide count = wideNearest(Wide{time.flicks()} * units.perSecond.numerator(),
                                   Wide{Time::kPerSecond} * units.perSecond.denominator());
    return std::max<std::int64_t>(clampedToInt64(count), 0);
}

std::int64_t unitAt(Time time, const Units& units) {
    const Wide count = wideFloor(Wide{time.flicks()} * units.perSecond.numerator(),
                                 Wide{Time::kPerSecond} * units.perSecond.denominator());
    return std::max<std::int64_t>(clampedToInt64(count), 0);
}

std::size_t unitDigits(const Units& units) {
    constexpr std::int64_t kThreeDigits = 100;
    return units.inSecond > kThreeDigits ? 3 : 2;
}

}  // namespace subs::cinema
