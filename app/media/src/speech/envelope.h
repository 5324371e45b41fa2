// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace subs::media::speech {

/// The power of each frame's own 160 samples, above 150 Hz: sharper in time than spectra are.
class EnvelopeMeter {
public:
    /// Appends the power of each frame that `samples` end.
    void add(std::span<const float> samples, std::vector<float>& powers);

private:
    /// A high-pass filter of the first order.
    struct HighPass {
        float last = 0;
        float value = 0;
        float operator()(float sample);
    };
    HighPass first_;
    HighPass second_;
    float sum_ = 0;
    std::size_t count_ = 0;
};

}  // namespace subs::media::speech
