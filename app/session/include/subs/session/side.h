// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace subs::session {

/// One of the two tracks. First is the source language (Khmer unless files say otherwise), Second
/// the other one.
enum class Side : std::uint8_t { First, Second };

/// Which tracks an operation is for.
enum class Sides : std::uint8_t { First, Second, Both };

inline constexpr Side kBothSides[] = {Side::First, Side::Second};

constexpr Side otherThan(Side side) {
    return side == Side::First ? Side::Second : Side::First;
}
constexpr std::size_t placeOf(Side side) {
    return static_cast<std::size_t>(side);
}
constexpr bool contains(Sides sides, Side side) {
    return sides == Sides::Both || (sides == Sides::First) == (side == Side::First);
}

}  // namespace subs::session
