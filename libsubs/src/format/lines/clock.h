// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/time.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace subs::lines {

constexpr bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

/// Digits of any number at `at`, which moves behind them: numbers too large to count with are
/// 10^17. Nothing where there is none.
std::optional<std::int64_t> takeNumber(std::string_view text, std::size_t& at);

/// True where `sign` stands at `at`, which moves behind it.
bool take(std::string_view text, std::size_t& at, std::string_view sign);

/// Which fields a clock shows.
enum class ClockForm : std::uint8_t {
    Hours,    ///< 1:02:03
    Minutes,  ///< 62:03
};

/// A clock at `at`, which moves behind it: fields of digits parted by colons, minutes and seconds
/// below 60 behind another field, and with `points`, signs that may stand before a fraction, a
/// fraction of any number of digits. Longer times than `kLargestTime` are it.
std::optional<Time> takeClock(std::string_view text,
                              std::size_t& at,
                              ClockForm form,
                              std::string_view points);

/// Appends `units`, of which a second has `perSecond` (1, 10, 100 or 1000), as a clock, its first
/// field with `digits` digits at least.
struct ClockSpelling {
    ClockForm form = ClockForm::Hours;
    std::int64_t perSecond = 1000;
    int digits = 2;
    char point = '.';
};
void appendClock(std::string& out, std::int64_t units, const ClockSpelling& spelling);

}  // namespace subs::lines
