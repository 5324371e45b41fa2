// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace subs::media {

/// A frame as shots are told apart by: so small that neither grain nor compression is left of it,
/// and hardly what moves. Luma and chroma as the film has them, in 8 bits, row by row.
struct Sketch {
    static constexpr int kWidth = 64;
    static constexpr int kHeight = 36;
    static constexpr int kChromaWidth = 32;
    static constexpr int kChromaHeight = 18;

    std::array<std::uint8_t, std::size_t{kWidth} * kHeight> luma{};
    std::array<std::uint8_t, std::size_t{kChromaWidth} * kChromaHeight> blue{};  ///< Cb
    std::array<std::uint8_t, std::size_t{kChromaWidth} * kChromaHeight> red{};   ///< Cr
};

/// What is counted in a sketch, once: how often each shade stands in each of 4 × 3 parts of the
/// picture.
struct ShadeCounts {
    static constexpr int kColumns = 4;
    static constexpr int kRows = 3;
    static constexpr int kParts = kColumns * kRows;
    static constexpr int kShades = 16;
    /// A sample counts for the two shades that it lies between, so that a little more light moves
    /// little.
    static constexpr int kWeight = 16;
    /// Luma of all parts, then blue, then red.
    std::array<std::uint16_t, std::size_t{3} * kParts * kShades> counts{};
};

ShadeCounts shadeCounts(const Sketch& sketch);

/// How far the shades of two frames lie apart, from 0 (none) to 1 (they share none).
float shadeDistance(const ShadeCounts& a, const ShadeCounts& b);

/// The mean difference of luma, of 255, sample by sample.
float plainDifference(const Sketch& a, const Sketch& b);

/// The same where each block of 4 × 4 samples of `b` may come from up to six samples further in
/// `a`: what is left when what moved is put back. Never above `plainDifference`.
float movedDifference(const Sketch& a, const Sketch& b);

}  // namespace subs::media
