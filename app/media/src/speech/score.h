// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "traits.h"

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace subs::media::speech {

/// What speaks for and against speech in a frame, seen with the frames around it.
enum Sign : std::size_t {
    Contrast,   ///< It stands above the bed.
    Active,     ///< So does much of the 0.8 s around it ...
    Flutter,    ///< ... in stretches of less than 70 ms, as gliding harmonics over a bed do.
    Loudness,   ///< It is as loud as the loudest that passes within 10 s.
    Syllables,  ///< Its contrast rises and falls some 3 to 8 times a second.
    Slope,      ///< It has more below 1 kHz than above, as voices have and cymbals have not.
    Held,       ///< Its spectrum stays for 80 ms, as notes do.
    Peaks,      ///< Its spectrum is flat: small noises. Tones and formants are peaked.
    Harmonic,   ///< It is more strictly harmonic than voices mostly are.
    kSigns
};
using Signs = std::array<float, kSigns>;

/// Frames at the beginning and the end of a stretch whose signs depend on what lies beyond it.
constexpr std::size_t kScoreMargin = 1000 + 20;

/// The signs of each frame.
std::vector<Signs> signsOf(std::span<const FrameTraits> traits);

/// How much likelier speech is than none in each frame: the natural logarithm of the odds.
std::vector<float> scoresOf(std::span<const FrameTraits> traits);

}  // namespace subs::media::speech
