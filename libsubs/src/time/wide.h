// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/fraction.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>

namespace subs {

/// 128 bits: what products of two 64-bit numbers need. Private to this module.
__extension__ typedef __int128 Wide;  // NOLINT(modernize-use-using): only this is without a warning

/// The quotient rounded towards minus infinity; `divisor` above 0.
constexpr Wide wideFloor(Wide value, Wide divisor) {
    return value / divisor - (value % divisor < 0 ? 1 : 0);
}

constexpr Wide wideCeiling(Wide value, Wide divisor) {
    return -wideFloor(-value, divisor);
}

/// The nearest whole quotient, ties up.
constexpr Wide wideNearest(Wide value, Wide divisor) {
    return wideFloor(2 * value + divisor, 2 * divisor);
}

constexpr bool fitsInt64(Wide value) {
    return value >= std::numeric_limits<std::int64_t>::min() &&
           value <= std::numeric_limits<std::int64_t>::max();
}

constexpr std::int64_t clampedToInt64(Wide value) {
    constexpr Wide kLeast = std::numeric_limits<std::int64_t>::min();
    constexpr Wide kMost = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(std::clamp(value, kLeast, kMost));
}

constexpr Wide wideMagnitude(Wide value) {
    return value < 0 ? -value : value;
}

/// The quotient in lowest terms; `denominator` above 0.
constexpr std::pair<Wide, Wide> lowestTerms(Wide numerator, Wide denominator) {
    Wide a = wideMagnitude(numerator);
    Wide b = denominator;
    while (b != 0)
        a = std::exchange(b, a % b);
    return {numerator / a, denominator / a};
}

/// The quotient, exact where it fits a `Fraction`, else to 18 digits or so; `denominator` above 0.
inline Fraction fractionOf(Wide numerator, Wide denominator) {
    auto [top, bottom] = lowestTerms(numerator, denominator);
    if (fitsInt64(top) && fitsInt64(bottom)) return {clampedToInt64(top), clampedToInt64(bottom)};
    const Wide whole = wideFloor(top, bottom);
    if (!fitsInt64(whole)) return {clampedToInt64(whole)};
    Wide rest = top - whole * bottom;
    for (; !fitsInt64(bottom); bottom /= 2)
        rest /= 2;
    Wide scale = 1;
    while (scale < 1'000'000'000'000'000'000 && fitsInt64((wideMagnitude(whole) + 1) * scale * 10))
        scale *= 10;
    return {static_cast<std::int64_t>(whole * scale + wideNearest(rest * scale, bottom)),
            static_cast<std::int64_t>(scale)};
}

}  // namespace subs
