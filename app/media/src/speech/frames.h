// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

/// What all parts of the detector count in.
namespace subs::media::speech {

constexpr int kSampleRate = 16000;
/// A frame is 10 ms: frame n is samples n · 160 … n · 160 + 159, and what is seen round its middle.
constexpr std::size_t kHop = 160;
/// 32 ms are seen at once: two periods of a voice of 70 Hz, as far apart as phones are short.
constexpr std::size_t kWindow = 512;
/// Bands of 31.25 Hz, from 0 to 4 kHz.
constexpr std::size_t kBands = 128;
constexpr double kBandWidth = double{kSampleRate} / kWindow;

/// The band nearest to `hertz`.
constexpr std::size_t bandOf(double hertz) {
    const auto halves = static_cast<std::size_t>(2 * hertz / kBandWidth);
    return (halves + 1) / 2;
}

/// Where voices are heard over a film's bed: below are rumble, kick and bass, above are hiss and
/// cymbals.
constexpr std::size_t kLowestBand = bandOf(250);
constexpr std::size_t kHighestBand = bandOf(3800);

}  // namespace subs::media::speech
