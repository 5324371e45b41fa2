// SPDX-License-Identifier: MIT
#include <subs/time/clock.h>
#include <subs/time/fraction.h>

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>

namespace subs {
namespace {

/// The whole hours and minutes before the seconds of a clock, which are taken off `clock`; nothing
/// where they are none. Only the first part of a clock may be 60 and more.
std::optional<std::int64_t> takenMinutes(std::string_view& clock) {
    constexpr std::int64_t kMost = 9999;
    std::int64_t minutes = 0;
    int parts = 0;
    for (std::size_t colon = clock.find(':'); colon != std::string_view::npos;
         colon = clock.find(':')) {
        const auto part = parseFraction(clock.substr(0, colon));
        const std::int64_t most = parts == 0 ? kMost : 59;
        const bool isWhole = part && part->denominator() == 1 && part->numerator() >= 0;
        if (!isWhole || part->numerator() > most || ++parts > 2) return std::nullopt;
        minutes = 60 * minutes + part->numerator();
        clock.remove_prefix(colon + 1);
    }
    return minutes;
}

std::optional<Time> clockIn(std::string_view text) {
    constexpr std::int64_t kMostSeconds = 1'000'000;
    std::string clock(text);
    std::ranges::replace(clock, ',', '.');
    std::string_view rest = clock;
    const auto minutes = takenMinutes(rest);
    const auto seconds = parseFraction(rest);
    const bool isAlone = rest.size() == clock.size();
    if (!minutes || !seconds || *seconds < Fraction(0)) return std::nullopt;
    if (*seconds >= Fraction(isAlone ? kMostSeconds + 1 : 60)) return std::nullopt;
    return Time::fromSeconds(*minutes * 60) + timeFromSeconds(*seconds);
}

/// "1.5s", "250ms", or a clock.
std::optional<Time> lengthIn(std::string_view text) {
    constexpr std::int64_t kMost = 1'000'000'000;
    // "-0:00:01" has an hour that is not below 0, and is.
    if (text.find_first_of("+-") != text.npos) return std::nullopt;
    if (!text.ends_with('s')) return clockIn(text);
    text.remove_suffix(1);
    const bool isMilliseconds = text.ends_with('m');
    if (isMilliseconds) text.remove_suffix(1);
    const auto number = parseFraction(text);
    if (!number || *number < Fraction(0) || *number > Fraction(kMost)) return std::nullopt;
    return isMilliseconds ? timeFromMilliseconds(*number) : timeFromSeconds(*number);
}

}  // namespace

Result<Time> parseClock(std::string_view text) {
    if (const auto time = lengthIn(text)) return *time;
    return failure(
        "time.bad-clock",
        fmt::format("\"{}\" is no time; one looks like 1:02:03.456, 3723.456 or 90s", text));
}

Result<Time> parseDuration(std::string_view text) {
    std::string_view length = text;
    const bool isBack = length.starts_with('-');
    if (isBack || length.starts_with('+')) length.remove_prefix(1);
    if (const auto time = lengthIn(length)) return isBack ? -*time : *time;
    return failure(
        "time.bad-clock",
        fmt::format("\"{}\" is no length of time; one looks like 1.5s, -250ms or -0:01:02.5",
                    text));
}

std::string clockText(Time time) {
    const std::int64_t ms = time.nearestMilliseconds();
    const std::int64_t magnitude = ms < 0 ? -ms : ms;
    return fmt::format("{}{:02}:{:02}:{:02}.{:03}",
                       ms < 0 ? "-" : "",
                       magnitude / 3'600'000,
                       magnitude / 60'000 % 60,
                       magnitude / 1000 % 60,
                       magnitude % 1000);
}

}  // namespace subs
