// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <complex>
#include <cstddef>
#include <span>
#include <vector>

namespace subs::media::speech {

/// The discrete Fourier transform of real samples, by a complex one of half the length. Radix 2,
/// O(n log n); tables are made once.
class RealFft {
public:
    /// `size` is a power of two, 4 at least.
    explicit RealFft(std::size_t size);

    std::size_t size() const { return 2 * half_; }
    /// |X(k)|² of `samples` (of `size()`) for k = 0 … `power.size()` - 1, at most half the size.
    void power(std::span<const float> samples, std::span<float> power);

private:
    void transform();

    std::size_t half_;
    std::vector<std::size_t> order_;           ///< Bits of the place turned round.
    std::vector<std::complex<float>> turns_;   ///< exp(-2πi k / half).
    std::vector<std::complex<float>> halves_;  ///< exp(-2πi k / size).
    std::vector<std::complex<float>> work_;
};

}  // namespace subs::media::speech
