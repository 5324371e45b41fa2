// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pitch.h"
#include "spectra.h"

#include <cstddef>
#include <span>
#include <vector>

namespace subs::media::speech {

/// What is measured of one frame. "The passing part" is what stands above the bed (see lasting.h),
/// from 250 to 3800 Hz. Levels are decadic logarithms of powers, full scale being about 0.
struct FrameTraits {
    float passing = 0;   ///< Level of the passing part; -8 and above.
    float contrast = 0;  ///< The passing part's level over the bed's, -2 to 2.
    float slope = 0;     ///< Level of the passing part below 1 kHz over that above, -2 to 2.
    float peaks = 0;     ///< Natural logarithm of its spectral flatness: 0 for noise, less for
                         ///< tones and formants.
    float likeness = 0;  ///< Of its spectrum 40 ms before and behind: 1 where a sound is held.
    float pitch = 0;     ///< How strictly it is harmonic, 0 to 1 (see pitch.h).
};

/// Frames at the beginning and the end of a stretch whose traits depend on what lies beyond it.
constexpr std::size_t kTraitMargin = 40;

/// Measures sound, 16000 samples a second.
class TraitMeter {
public:
    /// The traits of each whole frame of `samples`. Silence is taken to lie before and behind them.
    std::vector<FrameTraits> of(std::span<const float> samples);

private:
    Spectra spectra_;
    PitchMeter pitchOf_;
};

}  // namespace subs::media::speech
