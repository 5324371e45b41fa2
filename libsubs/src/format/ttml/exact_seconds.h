// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/fraction.h>
#include <subs/time/largest_time.h>
#include <subs/time/time.h>

#include "time/wide.h"

#include <algorithm>

// Seconds as exact fractions: a tick of 10 MHz is no whole number of flicks, and times of elements
// are sums of those around them.
namespace subs::ttml {

inline Fraction sum(Fraction a, Fraction b) {
    if (a.numerator() == 0) return b;
    if (b.numerator() == 0) return a;
    return fractionOf(Wide{a.numerator()} * b.denominator() + Wide{b.numerator()} * a.denominator(),
                      Wide{a.denominator()} * b.denominator());
}

inline Fraction difference(Fraction a, Fraction b) {
    return sum(a, fractionOf(-Wide{b.numerator()}, b.denominator()));
}

inline Fraction product(Fraction a, Fraction b) {
    return fractionOf(Wide{a.numerator()} * b.numerator(), Wide{a.denominator()} * b.denominator());
}

/// `b` above 0.
inline Fraction quotient(Fraction a, Fraction b) {
    return fractionOf(Wide{a.numerator()} * b.denominator(), Wide{a.denominator()} * b.numerator());
}

/// The nearest flick, ties up; a longer time than can be worked with for `kLargestTime`.
inline Time timeOf(Fraction seconds) {
    const Wide flicks =
        wideNearest(Wide{seconds.numerator()} * Time::kPerSecond, seconds.denominator());
    constexpr Wide kMost = kLargestTime.flicks();
    return Time::fromFlicks(static_cast<std::int64_t>(std::clamp(flicks, -kMost, kMost)));
}

inline Fraction secondsOf(Time time) {
    return {time.flicks(), Time::kPerSecond};
}

}  // namespace subs::ttml
