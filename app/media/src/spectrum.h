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
    /// The frequencies of the transform that a band is made of, and how much it has of each; what
    /// lies between two bands is parted among them.
    struct Band {
        std::size_t firstBin = 0;
        std::vector<float> shares;
    };

    void add(std::size_t bin, std::ptrdiff_t number, double share);

    RealTransform transform_;
    std::vector<float> hann_;
    std::array<Band, kBands> bands_;
    std::vector<float> powers_;  ///< Of the transform, as far as a band reaches.
};

/// The level of a power of which 1 is that of a sine at full scale.
std::uint8_t levelOfPower(float power);

}  // namespace subs::media
