// SPDX-License-Identifier: MIT
#pragma once

#include "catch.h"

#include <algorithm>
#include <cstddef>
#include <ctime>

namespace testing {

/// The least processor time of three runs of `work`.
template <class Work>
double processorTimeOf(const Work& work) {
    std::clock_t least = 0;
    for (int i = 0; i < 3; ++i) {
        const std::clock_t begin = std::clock();
        work();
        const std::clock_t time = std::clock() - begin;
        least = i == 0 ? time : std::min(least, time);
    }
    return static_cast<double>(least) + 1;
}

/// Checks that `work(4 n)` takes about four times as long as `work(n)`: as much again is for a
/// machine that does other things too, and sixteen times would be the square.
template <class Work>
void checkGrowth(std::size_t n, const Work& work) {
    const double once = processorTimeOf([&] { work(n); });
    const double four = processorTimeOf([&] { work(4 * n); });
    CHECK(four < once * 10);
}

}  // namespace testing
