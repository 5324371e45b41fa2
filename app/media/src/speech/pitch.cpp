// SPDX-License-Identifier: GPL-3.0-or-later
#include "pitch.h"

#include "frames.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <numeric>

namespace subs::media::speech {
namespace {

/// The bands are of sound sampled 8000 times a second: 400 and 69 Hz.
constexpr std::size_t kShortestLag = 20;
constexpr std::size_t kLongestLag = 115;
/// Below are hum and kick drums, and of voices the lowest harmonic at most.
constexpr std::size_t kFirstBand = bandOf(120);
constexpr std::size_t kUsed = kBands - kFirstBand;

/// The sum of a · b, as four sums at once, which the compiler may not make of one of floats.
float product(std::span<const float> a, std::span<const float> b) {
    constexpr std::size_t kLanes = 4;
    static_assert(kUsed % kLanes == 0);
    std::array<float, kLanes> sums{};
    for (std::size_t i = 0; i < kUsed; i += kLanes) {
        for (std::size_t lane = 0; lane < kLanes; ++lane)
            sums[lane] += a[i + lane] * b[i + lane];
    }
    return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

}  // namespace

PitchMeter::PitchMeter() {
    for (std::size_t lag = kShortestLag; lag <= kLongestLag; ++lag) {
        for (std::size_t band = kFirstBand; band < kBands; ++band) {
            const double turn = std::numbers::pi * static_cast<double>(lag * band) / kBands;
            cosines_.push_back(static_cast<float>(std::cos(turn)));
        }
    }
}

float PitchMeter::operator()(std::span<const float> amplitudes) const {
    const auto used = amplitudes.subspan(kFirstBand);
    const float sum = std::accumulate(used.begin(), used.end(), 0.0F);
    if (sum <= 0) return 0;
    float best = 0;
    for (std::size_t lag = kShortestLag; lag <= kLongestLag; ++lag) {
        const auto cosines = std::span(cosines_).subspan((lag - kShortestLag) * kUsed, kUsed);
        best = std::max(best, product(used, cosines));
    }
    return best / sum;
}

}  // namespace subs::media::speech
