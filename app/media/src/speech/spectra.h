// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "plane.h"
#include "real_transform.h"

#include <cstddef>
#include <span>
#include <vector>

namespace subs::media::speech {

/// Short-time power spectra (Hann's window), full scale being 1 for a sine.
class Spectra {
public:
    Spectra();
    /// The bands of each whole frame of `samples`; silence is before and behind them.
    Plane of(std::span<const float> samples);

private:
    void look(std::span<const float> samples, std::size_t frame);

    RealTransform transform_;
    std::vector<float> window_;
    std::vector<float> seen_;
};

/// The mean of each frame and its two neighbours: calms noise, which is then nearer to its mean.
Plane calmed(const Plane& spectra);

}  // namespace subs::media::speech
