// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sketch.h"

#include <array>
#include <cstddef>
#include <cstdint>

namespace subs::media {

/// The last frames of a film as vectors, with the products of each with each: whether some are a
/// blend of two others, or the same picture with less light, is then arithmetic on a few numbers,
/// however many pairs are tried. Frames are counted from 0 in the order in which they came.
class BlendWindow {
public:
    static constexpr std::int64_t kFrames = 64;

    void add(const Sketch& sketch);

    /// The frames that are held: from `begin`, up to but without `end`.
    std::int64_t begin() const { return end_ > kFrames ? end_ - kFrames : 0; }
    std::int64_t end() const { return end_; }

    /// Mean square distance of two frames, a sample, of 255².
    double distance(std::int64_t a, std::int64_t b) const;
    /// The product of two frames' differences from their means, a sample; of one with itself: its
    /// variance. How much there is to see in it.
    double covariance(std::int64_t a, std::int64_t b) const;
    /// The mean luma of a frame, of 255.
    double meanLuma(std::int64_t frame) const { return means_[place(frame)][0] + 128; }
    /// The covariance as a share of what it could be, -1 to 1; 0 where a frame is flat.
    double correlation(std::int64_t a, std::int64_t b) const;
    /// `frame` as a mixture of `a` and `b`.
    struct Mixture {
        double share = 0;  ///< Of `b`.
        double rest = 0;   ///< What is neither's: mean square, a sample.
    };
    Mixture mixture(std::int64_t frame, std::int64_t a, std::int64_t b) const;

private:
    // The middle of the sketch, three quarters of its width and two thirds of its height: black
    // bars beside or above a picture would make all pictures alike. Of that half the samples each
    // way, so that what moves a little stays where it is.
    static constexpr std::size_t kLuma = std::size_t{24} * 12;
    static constexpr std::size_t kChroma = std::size_t{12} * 6;
    static constexpr std::size_t kLength = kLuma + 2 * kChroma;
    using Vector = std::array<std::int16_t, kLength>;

    static std::size_t place(std::int64_t frame) {
        return static_cast<std::size_t>(frame % kFrames);
    }
    double product(std::int64_t a, std::int64_t b) const { return products_[place(a)][place(b)]; }

    std::array<Vector, kFrames> vectors_{};
    std::array<std::array<double, 3>, kFrames> means_{};  ///< Of luma, blue and red.
    std::array<std::array<double, kFrames>, kFrames> products_{};
    std::int64_t end_ = 0;
};

}  // namespace subs::media
