// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/time/time.h>

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace subs {

/// An exact quotient, always in lowest terms with a denominator above 0. Compared in 128 bits, so
/// any two fractions of 64-bit parts compare right.
class Fraction {
public:
    constexpr Fraction() = default;
    constexpr Fraction(std::int64_t whole)
        : numerator_(whole) {}  // NOLINT: a whole number is a fraction
    /// `denominator` must be above 0.
    Fraction(std::int64_t numerator, std::int64_t denominator);

    constexpr std::int64_t numerator() const { return numerator_; }
    constexpr std::int64_t denominator() const { return denominator_; }

    /// The largest whole number not above it.
    std::int64_t floored() const;
    /// The nearest whole number, ties up.
    std::int64_t nearest() const;

    friend bool operator==(Fraction, Fraction) = default;
    friend std::strong_ordering operator<=>(Fraction a, Fraction b);

private:
    std::int64_t numerator_ = 0;
    std::int64_t denominator_ = 1;
};

/// A whole number, a decimal or a quotient, of up to 18 digits a part: "24", "-1.5", "125125/3".
/// The error says what was found.
Result<Fraction> parseFraction(std::string_view text);

/// "24", "41.708" where a decimal of at most nine places is exact, else "125125/3".
std::string formatted(Fraction fraction);

/// Nearest flick, ties up; beyond the range of `Time` its first or last value.
Time timeFromMilliseconds(Fraction ms);
Time timeFromSeconds(Fraction seconds);
Fraction exactMilliseconds(Time time);

}  // namespace subs
