// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <vector>

/// Sounds whose truth is known since they are made here: mono, 16000 samples a second where nothing
/// else is said, full scale 1.
namespace testing {

using Samples = std::vector<float>;

Samples silence(double seconds);
/// White noise of that root mean square, always the same.
Samples noise(double seconds, float level, unsigned seed = 1);
/// Held chords of three notes with ten harmonics each, a new one every second and a half.
Samples chords(double seconds, float level);
/// A click every 0.3 s.
Samples clicks(double seconds);
/// Something like a voice: four syllables a second, each a pulse train through three formants with
/// a pitch that glides; the mean power while it sounds is about that of a speaker at -20 dB of full
/// scale. It begins with its first sample and ends with its last.
Samples voice(double seconds, int sampleRate = 16000);

/// `samples` over `bed`, from `seconds` on.
Samples over(Samples bed, double seconds, const Samples& samples);

}  // namespace testing
