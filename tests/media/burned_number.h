// SPDX-License-Identifier: MIT
#pragma once

namespace testing {

constexpr int kBlock = 16;
constexpr int kBits = 16;
constexpr int kBurnedTop = 16;

/// The luma of the number of `frame` at a pixel, -1 where the number does not reach.
inline int burnedLuma(int frame, int x, int y) {
    const int column = x / kBlock;
    const int row = (y - kBurnedTop) / kBlock;
    if (x < 0 || column >= kBits || y < kBurnedTop || row > 1) return -1;
    const bool isSet = ((frame >> (kBits - 1 - column)) & 1) != 0;
    return isSet == (row == 0) ? 235 : 16;
}

/// The number that a picture carries, -1 where it carries none. `brightness(x, y)` answers 0 to
/// 255.
template <class Brightness>
int burnedNumber(const Brightness& brightness) {
    int number = 0;
    for (int column = 0; column < kBits; ++column) {
        const int x = column * kBlock + kBlock / 2;
        const bool upper = brightness(x, kBurnedTop + kBlock / 2) > 127;
        const bool lower = brightness(x, kBurnedTop + kBlock + kBlock / 2) > 127;
        if (upper == lower) return -1;
        number = number * 2 + (upper ? 1 : 0);
    }
    return number;
}

}  // namespace testing
