// SPDX-License-Identifier: MIT
#include "format/vtt/timestamp.h"

#include <subs/time/largest_time.h>

#include "base/clock_digits.h"
#include "format/vtt/ascii.h"

#include <algorithm>

namespace subs::vtt {
namespace {

/// More hours than any time that can be worked with; counting stops here.
constexpr std::int64_t kManyHours = 1'000'000'000;

struct Digits {
    std::int64_t value = 0;
    std::size_t count = 0;
};

Digits takeDigits(std::string_view text, std::size_t& at) {
    Digits digits;
    for (; at < text.size() && isDigit(text[at]); ++at, ++digits.count)
        digits.value = std::min(digits.value * 10 + (text[at] - '0'), kManyHours);
    return digits;
}

bool take(std::string_view text, std::size_t& at, char wanted) {
    if (at >= text.size() || text[at] != wanted) return false;
    ++at;
    return true;
}

std::optional<std::int64_t> takeDigits(std::string_view text, std::size_t& at, std::size_t count) {
    const Digits digits = takeDigits(text, at);
    return digits.count == count ? std::optional(digits.value) : std::nullopt;
}

}  // namespace

std::optional<Time> takeTimestamp(std::string_view text, std::size_t& at) {
    constexpr std::int64_t kSixty = 60;
    const Digits first = takeDigits(text, at);
    if (first.count == 0 || !take(text, at, ':')) return std::nullopt;
    const auto second = takeDigits(text, at, 2);
    if (!second) return std::nullopt;
    std::int64_t hours = 0;
    std::int64_t minutes = first.value;
    std::int64_t seconds = *second;
    const bool hasHours = first.count != 2 || first.value >= kSixty;
    if (hasHours || (at < text.size() && text[at] == ':')) {
        if (!take(text, at, ':')) return std::nullopt;
        const auto third = takeDigits(text, at, 2);
        if (!third) return std::nullopt;
        hours = first.value;
        minutes = *second;
        seconds = *third;
    }
    if (!take(text, at, '.')) return std::nullopt;
    const auto thousandths = takeDigits(text, at, 3);
    if (!thousandths || minutes >= kSixty || seconds >= kSixty) return std::nullopt;
    const std::int64_t milliseconds =
        ((hours * kSixty + minutes) * kSixty + seconds) * 1000 + *thousandths;
    return std::min(milliseconds, kLargestTime.floorMilliseconds()) == milliseconds
               ? Time::fromMilliseconds(milliseconds)
               : kLargestTime;
}

void appendTimestamp(std::string& out, std::int64_t milliseconds) {
    appendClockDigits<1000>(
        out, static_cast<std::uint64_t>(std::max<std::int64_t>(milliseconds, 0)), {});
}

}  // namespace subs::vtt
