// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/sound_port.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

namespace subs::media {

/// A sample, ±1 at full scale, in steps of 1/32768, to the nearest that there is.
inline std::int16_t levelOf(double sample) {
    const double steps = std::clamp(sample * 32768, -32768.0, 32767.0);
    if (std::isnan(steps)) return 0;
    return static_cast<std::int16_t>(steps < 0 ? steps - 0.5 : steps + 0.5);
}

/// How far samples swing. Lanes that are joined at the end, since compilers may not reorder sums of
/// floats and so would not use vectors for one alone.
class Swing {
public:
    void add(std::span<const float> samples) {
        // Copies, since the samples could be these members for all that a compiler knows.
        Lanes minimum = minimum_;
        Lanes maximum = maximum_;
        Lanes squares = squares_;
        const auto take = [&](std::size_t lane, float sample) {
            minimum[lane] = sample < minimum[lane] ? sample : minimum[lane];
            maximum[lane] = sample > maximum[lane] ? sample : maximum[lane];
            squares[lane] += sample * sample;
        };
        const std::size_t whole = samples.size() / kLanes * kLanes;
        const float* next = samples.data();
        for (const float* end = next + whole; next != end; next += kLanes)
            for (std::size_t lane = 0; lane < kLanes; ++lane)
                take(lane, next[lane]);
        for (std::size_t lane = 0; lane < samples.size() - whole; ++lane)
            take(lane, next[lane]);
        minimum_ = minimum;
        maximum_ = maximum;
        squares_ = squares;
        count_ += samples.size();
    }

    Peak peak() const {
        if (count_ == 0) return {};
        double squares = 0;
        for (const float lane : squares_)
            squares += lane;
        return {levelOf(*std::ranges::min_element(minimum_)),
                levelOf(*std::ranges::max_element(maximum_)),
                levelOf(std::sqrt(squares / static_cast<double>(count_)))};
    }

private:
    static constexpr std::size_t kLanes = 8;
    using Lanes = std::array<float, kLanes>;
    static constexpr Lanes allLanes(float value) {
        Lanes lanes{};
        lanes.fill(value);
        return lanes;
    }

    // Further out than any sample of full scale, so that the first one counts.
    Lanes minimum_ = allLanes(1e9F);
    Lanes maximum_ = allLanes(-1e9F);
    Lanes squares_{};
    std::size_t count_ = 0;
};

}  // namespace subs::media
