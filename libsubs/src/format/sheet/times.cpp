// SPDX-License-Identifier: MIT
#include "format/sheet/times.h"

#include <subs/time/largest_time.h>
#include <subs/time/timecode.h>

#include "format/lines/clock.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace subs::sheet {
namespace {

constexpr std::int64_t kPerSecond = 1000;

std::string_view withoutBlanks(std::string_view value) {
    const std::size_t first = value.find_first_not_of(" \t\r\n");
    if (first == value.npos) return {};
    return value.substr(first, value.find_last_not_of(" \t\r\n") - first + 1);
}

std::optional<Time> clockIn(std::string_view value) {
    const auto colons = std::ranges::count(value, ':');
    if (colons != 1 && colons != 2) return std::nullopt;
    std::size_t at = 0;
    const auto form = colons == 2 ? lines::ClockForm::Hours : lines::ClockForm::Minutes;
    const auto time = lines::takeClock(value, at, form, ".,");
    return at == value.size() ? time : std::nullopt;
}

std::optional<Time> timecodeIn(std::string_view value, FrameRate rate) {
    const bool isDropFrame = value.find(';') != value.npos;
    if (isDropFrame && !rate.allowsDropFrame()) return std::nullopt;
    const auto frame = parseTimecode(value, rate, isDropFrame ? DropFrame::Yes : DropFrame::No);
    if (!frame) return std::nullopt;
    return FrameTimeline::constant(rate).timeOf(*frame);
}

/// A number of digits with decimals; longer ones are no times.
std::optional<Fraction> numberIn(std::string_view value) {
    constexpr std::size_t kLongest = 20;
    if (value.empty() || value.size() > kLongest) return std::nullopt;
    std::string number(value);
    std::ranges::replace(number, ',', '.');
    const bool isPlain = lines::isDigit(number[0]) && number.find('/') == number.npos;
    const auto fraction = isPlain ? parseFraction(number) : failure("", "");
    if (!fraction) return std::nullopt;
    return *fraction;
}

std::optional<Time> positiveTimeIn(std::string_view value,
                                   TimeUnit unit,
                                   std::optional<FrameRate> rate) {
    if (const auto clock = clockIn(value)) return clock;
    if (value.find(':') != value.npos) return rate ? timecodeIn(value, *rate) : std::nullopt;
    const auto number = numberIn(value);
    if (!number) return std::nullopt;
    const Time time =
        unit == TimeUnit::Milliseconds ? timeFromMilliseconds(*number) : timeFromSeconds(*number);
    return std::min(time, kLargestTime);
}

}  // namespace

bool isClock(std::string_view value) {
    return clockIn(withoutBlanks(value)).has_value();
}

bool isTimecode(std::string_view value) {
    value = withoutBlanks(value);
    if (value.starts_with('-')) value.remove_prefix(1);
    std::size_t at = 0;
    for (std::size_t group = 0; group < 4; ++group) {
        const std::size_t begin = at;
        while (at < value.size() && lines::isDigit(value[at]))
            ++at;
        if (at - begin < 2) return false;
        if (group == 3) break;
        const bool isParted =
            at < value.size() && (value[at] == ':' || (group == 2 && value[at] == ';'));
        if (!isParted) return false;
        ++at;
    }
    return at == value.size();
}

std::optional<Time> timeIn(std::string_view value, TimeUnit unit, std::optional<FrameRate> rate) {
    value = withoutBlanks(value);
    const bool isNegative = value.starts_with('-');
    if (isNegative) value.remove_prefix(1);
    const auto time = positiveTimeIn(value, unit, rate);
    return time && isNegative ? std::optional(-*time) : time;
}

std::optional<Frame> frameIn(std::string_view value) {
    constexpr std::size_t kMostDigits = 9;
    value = withoutBlanks(value);
    std::size_t at = 0;
    const auto number = lines::takeNumber(value, at);
    if (!number || at != value.size() || at > kMostDigits) return std::nullopt;
    return Frame{*number};
}

Frame codedFrame(Time time, FrameRate rate) {
    constexpr Time kHalf = Time::fromFlicks(Time::kPerMillisecond / 2);
    return FrameTimeline::constant(rate).startFrameAt(time - kHalf);
}

std::string timeCell(std::int64_t milliseconds, TimeUnit unit) {
    if (unit == TimeUnit::Milliseconds) return std::to_string(milliseconds);
    std::string cell;
    lines::appendClock(cell, milliseconds, {lines::ClockForm::Hours, kPerSecond, 2, '.'});
    return cell;
}

std::optional<std::string> secondsCell(std::int64_t milliseconds, std::string_view like) {
    like = withoutBlanks(like);
    if (like.starts_with('-')) like.remove_prefix(1);
    if (!numberIn(like)) return std::nullopt;
    const std::size_t sign = std::min(like.find_first_of(".,"), like.size());
    const std::size_t least = like.substr(sign).size();  // with the sign
    std::string decimals = fmt::format(".{:03}", milliseconds % kPerSecond);
    while (decimals.size() > least && (decimals.back() == '0' || decimals.back() == '.'))
        decimals.pop_back();
    decimals.append(least - std::min(least, decimals.size()), '0');
    if (sign < like.size()) std::ranges::replace(decimals, '.', like[sign]);
    return std::to_string(milliseconds / kPerSecond) + decimals;
}

std::string rateCell(FrameRate rate) {
    for (const std::string_view known : {"23.976", "29.97", "47.952", "59.94", "119.88"})
        if (parseFrameRate(known) == rate) return std::string(known);
    return formatted(rate.framesPerSecond());
}

}  // namespace subs::sheet
