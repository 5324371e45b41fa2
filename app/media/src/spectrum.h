// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/media/spectrogram.h>

#include "real_transform.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace subs::media {

/// The levels of the bands in a window of sound, by FFmpeg's transform.
class Spectrum {
public:
    explicit Spectrum(int rate);

    /// How many samples a window is: a power of two, 1/24 s or more, so that bands are wider than
    /// the steps of the transform.
    std::size_t window() const { return transform_.size(); }
    /// The levels of the window that begins with `samples`, of at least `window()`.
    std::array<std::uint8_t, kBands> levels(const float* samples);

private:
    /// Parts one frequency of the transform among the two bands around it.
    struct Share {
        std::size_t bin;
        std::size_t band;  ///< One more than the lower one's number; the upper one's is `band`.
        float lower;
        float upper;
    };

    RealTransform transform_;
    std::vector<float> hann_;
    std::vector<Share> shares_;
};

/// The level of a power of which 1 is that of a sine at full scale.
std::uint8_t levelOfPower(float power);

}  // namespace subs::media
