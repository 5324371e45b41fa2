// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

namespace subs {

/// 128 bits: what products of two 64-bit numbers need. Private to this module.
__extension__ typedef __int128 Wide;

/// The quotient rounded towards minus infinity; `divisor` above 0.
constexpr Wide wideFloor(Wide value, Wide divisor) {
    return value / divisor - (value % divisor < 0 ? 1 : 0);
}

constexpr Wide wideCeiling(Wide value, Wide divisor) { return -wideFloor(-value, divisor); }

/// The nearest whole quotient, ties up.
constexpr Wide wideNearest(Wide value, Wide divisor) { return wideFloor(2 * value + divisor, 2 * divisor); }

constexpr bool fitsInt64(Wide value) {
    return value >= std::numeric_limits<std::int64_t>::min() && value <= std::numeric_limits<std::int64_t>::max();
}

constexpr std::int64_t clampedToInt64(Wide value) {
    constexpr Wide kLeast = std::numeric_limits<std::int64_t>::min();
    constexpr Wide kMost = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(std::clamp(value, kLeast, kMost));
}

}  // namespace subs
