// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/frame_timeline.h>

#include <cstdint>
#include <vector>

namespace testing {

inline constexpr std::int64_t kTwoHours = 2 * 3600;

/// Two hours of frames whose lengths jump about, the shortest 10 ms, in ticks of `perSecond`.
inline subs::FrameTimeline variableTimeline(std::int64_t perSecond) {
    std::vector<std::int64_t> ticks;
    std::uint32_t seed = 12345;
    for (std::int64_t at = 0; at < kTwoHours * perSecond;) {
        ticks.push_back(at);
        seed = seed * 1664525 + 1013904223;
        const std::int64_t shortest = perSecond / 100;
        at += seed >> 30 == 0 ? shortest
                              : shortest + static_cast<std::int64_t>(seed >> 8) % (perSecond / 12);
    }
    return subs::FrameTimeline::fromTicks(std::move(ticks), subs::Fraction(1, perSecond)).value();
}

}  // namespace testing
