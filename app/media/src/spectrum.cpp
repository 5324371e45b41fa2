// SPDX-License-Identifier: GPL-3.0-or-later
#include "spectrum.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>

namespace subs::media {
namespace {

constexpr double kLowest = 80;
constexpr double kHighest = 8000;
constexpr int kMantissaBits = 8;
constexpr double kDecibelsPerDoubling = 3.010299956639812;

double melOf(double frequency) {
    return 2595 * std::log10(1 + frequency / 700);
}

/// Its place among the bands: whole at the middle of each.
double bandPlace(double frequency) {
    return (melOf(frequency) - melOf(kLowest)) / (melOf(kHighest) - melOf(kLowest)) * (kBands - 1);
}

/// Decibels of numbers from 1 to 2 by their first bits.
std::array<float, 1U << kMantissaBits> mantissaDecibels() {
    std::array<float, 1U << kMantissaBits> decibels{};
    for (std::size_t i = 0; i < decibels.size(); ++i) {
        const double middle =
            1 + (static_cast<double>(i) + 0.5) / static_cast<double>(decibels.size());
        decibels[i] = static_cast<float>(10 * std::log10(middle));
    }
    return decibels;
}

}  // namespace

double bandFrequency(std::size_t band) {
    const double mel = melOf(kLowest) + (melOf(kHighest) - melOf(kLowest)) *
                                            static_cast<double>(band) / (kBands - 1);
    return 700 * (std::pow(10, mel / 2595) - 1);
}

/// A logarithm is slow, and levels are coarse: the exponent and a table are within 0.02 dB.
std::uint8_t levelOfPower(float power) {
    static const auto mantissas = mantissaDecibels();
    if (!(power > 0)) return 0;
    const auto bits = std::bit_cast<std::uint32_t>(power);
    const auto exponent = static_cast<int>(bits >> 23U) - 127;
    const std::size_t mantissa = (bits >> (23U - kMantissaBits)) & (mantissas.size() - 1);
    const double decibels = exponent * kDecibelsPerDoubling + mantissas[mantissa];
    return static_cast<std::uint8_t>(std::clamp((decibels + 90) / 90 * 255 + 0.5, 0.0, 255.0));
}

Spectrum::Spectrum(int rate)
    : transform_(std::bit_ceil(static_cast<std::size_t>(std::max(rate, 24) + 23) / 24)),
      hann_(window()) {
    const auto length = static_cast<double>(window());
    // A sine at full scale has the power 1 in all that the Hann window spreads it over: its
    // amplitude becomes N/4, and its power half as much again (Harris, Proc. IEEE 66, 1978).
    const double scale = 4 / length / std::sqrt(1.5);
    for (std::size_t i = 0; i < window(); ++i)
        hann_[i] = static_cast<float>(
            scale * (0.5 - 0.5 * std::cos(2 * std::numbers::pi * static_cast<double>(i) / length)));
    for (std::size_t bin = 1; bin < window() / 2; ++bin) {
        const double place = bandPlace(static_cast<double>(bin) * rate / length);
        if (place <= -1 || place >= kBands) continue;
        const double lower = std::floor(place);
        const double upper = place - lower;
        const auto band = static_cast<std::ptrdiff_t>(lower);
        add(bin, band, 1 - upper);
        add(bin, band + 1, upper);
    }
}

/// Bins come in their order, so that those of a band are beside each other.
void Spectrum::add(std::size_t bin, std::ptrdiff_t number, double share) {
    if (number < 0 || number >= static_cast<std::ptrdiff_t>(kBands)) return;
    Band& band = bands_[static_cast<std::size_t>(number)];
    if (band.shares.empty()) band.firstBin = bin;
    band.shares.push_back(static_cast<float>(share));
    powers_.resize(bin + 1);
}

std::array<std::uint8_t, kBands> Spectrum::levels(const float* samples) {
    const std::span<float> input = transform_.input();
    for (std::size_t i = 0; i < input.size(); ++i)
        input[i] = samples[i] * hann_[i];
    const auto values = transform_.run();
    for (std::size_t bin = 0; bin < powers_.size(); ++bin)
        powers_[bin] =
            values[bin].real() * values[bin].real() + values[bin].imag() * values[bin].imag();
    std::array<std::uint8_t, kBands> levels{};
    for (std::size_t i = 0; i < kBands; ++i) {
        const Band& band = bands_[i];
        float power = 0;
        for (std::size_t k = 0; k < band.shares.size(); ++k)
            power += powers_[band.firstBin + k] * band.shares[k];
        levels[i] = levelOfPower(power);
    }
    return levels;
}

}  // namespace subs::media
