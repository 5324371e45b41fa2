// SPDX-License-Identifier: MIT
#include "format/lines/clock.h"

#include <subs/time/largest_time.h>

#include "base/clock_digits.h"

#include <algorithm>

namespace subs::lines {
namespace {

constexpr std::int64_t kSixty = 60;
constexpr std::int64_t kLargestNumber = 100'000'000'000'000'000;

/// The fraction of a second that the digits at `at` are, to the flick.
Time takeFraction(std::string_view text, std::size_t& at) {
    constexpr std::int64_t kFinest = 1'000'000'000;
    std::int64_t digits = 0;
    std::int64_t scale = 1;
    for (; at < text.size() && isDigit(text[at]); ++at) {
        if (scale == kFinest) continue;
        digits = digits * 10 + (text[at] - '0');
        scale *= 10;
    }
    return Time::fromFlicks((digits * Time::kPerSecond + scale / 2) / scale);
}

/// A field of one digit or two below 60, behind a colon.
std::optional<std::int64_t> takeSixtieth(std::string_view text, std::size_t& at) {
    if (!take(text, at, ":")) return std::nullopt;
    const std::size_t begin = at;
    const auto value = takeNumber(text, at);
    const bool fits = value && at - begin <= 2 && *value < kSixty;
    return fits ? value : std::nullopt;
}

}  // namespace

std::optional<std::int64_t> takeNumber(std::string_view text, std::size_t& at) {
    const std::size_t begin = at;
    std::int64_t value = 0;
    for (; at < text.size() && isDigit(text[at]); ++at)
        value = std::min(value * 10 + (text[at] - '0'), kLargestNumber);
    return at > begin ? std::optional(value) : std::nullopt;
}

bool take(std::string_view text, std::size_t& at, std::string_view sign) {
    if (text.substr(std::min(at, text.size()), sign.size()) != sign) return false;
    at += sign.size();
    return true;
}

std::optional<Time> takeClock(std::string_view text,
                              std::size_t& at,
                              ClockForm form,
                              std::string_view points) {
    auto first = takeNumber(text, at);
    if (!first) return std::nullopt;
    std::int64_t minutes = *first;
    if (form == ClockForm::Hours) {
        const auto minute = takeSixtieth(text, at);
        if (!minute) return std::nullopt;
        minutes = std::min(*first, kLargestNumber / kSixty) * kSixty + *minute;
    }
    const auto second = takeSixtieth(text, at);
    if (!second) return std::nullopt;
    Time fraction;
    const bool hasPoint =
        at + 1 < text.size() && points.find(text[at]) != points.npos && isDigit(text[at + 1]);
    if (hasPoint) fraction = takeFraction(text, ++at);
    const std::int64_t seconds = std::min(minutes, kLargestNumber / kSixty) * kSixty + *second;
    const bool isLarge = seconds >= kLargestTime.flicks() / Time::kPerSecond;
    return isLarge ? kLargestTime : Time::fromSeconds(seconds) + fraction;
}

void appendClock(std::string& out, std::int64_t units, const ClockSpelling& spelling) {
    const auto whole = static_cast<std::uint64_t>(std::max<std::int64_t>(units, 0));
    const ClockDigits digits{spelling.digits, spelling.point, spelling.form == ClockForm::Hours};
    switch (spelling.perSecond) {
        case 1:
            return appendClockDigits<1>(out, whole, digits);
        case 10:
            return appendClockDigits<10>(out, whole, digits);
        case 100:
            return appendClockDigits<100>(out, whole, digits);
        default:
            return appendClockDigits<1000>(out, whole, digits);
    }
}

}  // namespace subs::lines
