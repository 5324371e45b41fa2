// SPDX-License-Identifier: MIT
#include "format/json/spelled.h"

#include <subs/time/fraction.h>
#include <subs/time/largest_time.h>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace subs::json {

std::string spelled(std::string_view text) {
    std::string out = "\"";
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\')
            out.append(1, '\\').append(1, letter);
        else if (letter == '\n')
            out += "\\n";
        else if (letter == '\t')
            out += "\\t";
        else if (byte < 0x20)
            out += fmt::format("\\u{:04x}", byte);
        else
            out += letter;
    }
    return out += '"';
}

std::string spelled(Time time) {
    // A flick is 1.4 millionths of a millisecond.
    constexpr std::int64_t kScale = 10'000'000;
    const std::int64_t flicks = time.flicks() < 0 ? -time.flicks() : time.flicks();
    const std::int64_t whole = flicks / Time::kPerMillisecond;
    const std::int64_t rest = flicks % Time::kPerMillisecond;
    const std::int64_t decimals =
        (rest * kScale + Time::kPerMillisecond / 2) / Time::kPerMillisecond;
    std::string text = time.flicks() < 0 ? "-" : "";
    text += std::to_string(whole);
    if (decimals == 0) return text;
    text += fmt::format(".{:07}", decimals);
    text.erase(text.find_last_not_of('0') + 1);
    return text;
}

Time timeOf(std::string_view number) {
    constexpr std::size_t kExact = 18;
    const bool isDecimal = number.size() <= kExact && number.find_first_of("eE") == number.npos;
    const auto fraction = isDecimal ? parseFraction(number) : failure("", "");
    if (fraction) return std::clamp(timeFromMilliseconds(*fraction), -kLargestTime, kLargestTime);
    const bool isTiny = number.find("e-") != number.npos || number.find("E-") != number.npos;
    if (isTiny && !numberOf(number)) return Time();
    const double ms = numberOf(number).value_or(number.starts_with('-') ? -HUGE_VAL : HUGE_VAL);
    const double largest =
        static_cast<double>(kLargestTime.flicks()) / static_cast<double>(Time::kPerMillisecond);
    if (ms >= largest) return kLargestTime;
    if (ms <= -largest) return -kLargestTime;
    return Time::fromFlicks(std::llround(ms * static_cast<double>(Time::kPerMillisecond)));
}

std::string spelled(double number) {
    return std::isfinite(number) ? fmt::format("{}", number) : "0";
}

std::optional<double> numberOf(std::string_view value) {
    double number = 0;
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    const bool isWhole = error == std::errc() && end == value.data() + value.size();
    return isWhole && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

}  // namespace subs::json
