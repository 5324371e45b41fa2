// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace subs::media::speech {

/// How strictly a spectrum is made of harmonics of one pitch, from 70 to 400 Hz: the greatest of
/// the autocorrelation that belongs to a spectrum of amplitudes instead of powers, which weighs
/// formants less (the generalised autocorrelation of Tolonen and Karjalainen, 2000).
class PitchMeter {
public:
    PitchMeter();
    /// Of `amplitudes` of all bands, 0 or more. 0 where there is no pitch, to 1.
    float operator()(std::span<const float> amplitudes) const;

private:
    std::vector<float> cosines_;  ///< Of each lag, for each band.
};

}  // namespace subs::media::speech
