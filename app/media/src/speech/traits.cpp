// SPDX-License-Identifier: GPL-3.0-or-later
#include "traits.h"

#include "frames.h"
#include "lasting.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace subs::media::speech {
namespace {

/// What lasts 310 ms is bed: longer than a vowel is held on one pitch (mostly under 200 ms), and no
/// longer than a crotchet at 190 a minute.
constexpr std::size_t kLasting = 31;
/// What is taken for silence, -80 dB of full scale.
constexpr float kSilence = 1e-8F;
constexpr std::size_t kMiddleBand = bandOf(1000);
/// Spectra are made even over ±250 Hz, about as wide as a formant.
constexpr std::size_t kEvenBands = bandOf(250);
constexpr std::size_t kLikenessReach = 4;

float levelOver(float power, float other) {
    return std::clamp(std::log10((power + kSilence) / (other + kSilence)), -2.0F, 2.0F);
}

/// `amplitudes` by their mean nearby, so that harmonics count alike in formants and between them. A
/// part of the mean of all keeps bands that are silent from being made loud.
void makeEven(std::span<float> amplitudes) {
    std::array<float, kBands + 1> sums{};
    for (std::size_t band = 0; band < kBands; ++band)
        sums[band + 1] = sums[band] + amplitudes[band];
    const float part = 0.3F * sums[kBands] / kBands + 1e-6F;
    for (std::size_t band = 0; band < kBands; ++band) {
        const std::size_t begin = band - std::min(band, kEvenBands);
        const std::size_t end = std::min(band + kEvenBands + 1, kBands);
        amplitudes[band] /= (sums[end] - sums[begin]) / static_cast<float>(end - begin) + part;
    }
}

/// Amplitudes of what stands above twice the bed, made even.
void takePassing(std::span<const float> power,
                 std::span<const float> bed,
                 std::span<float> passing) {
    for (std::size_t band = 0; band < kBands; ++band)
        passing[band] = std::sqrt(std::max(power[band] - 2 * bed[band], 0.0F));
    makeEven(passing);
}

/// Fills what is told by powers alone: `calm` above `bed`.
void measureLevels(std::span<const float> calm, std::span<const float> bed, FrameTraits& traits) {
    float low = 0;
    float high = 0;
    float lasting = 0;
    float logarithms = 0;
    for (std::size_t band = kLowestBand; band < kHighestBand; ++band) {
        const float above = std::max(calm[band] - bed[band], 0.0F);
        (band < kMiddleBand ? low : high) += above;
        lasting += bed[band];
        logarithms += std::log(above + 1e-12F);
    }
    constexpr auto kCount = static_cast<float>(kHighestBand - kLowestBand);
    traits.passing = std::log10(low + high + kSilence);
    traits.contrast = levelOver(low + high, lasting);
    traits.slope = levelOver(low, high);
    traits.peaks = logarithms / kCount - std::log((low + high) / kCount + 1e-12F);
}

/// The cosine of the angle between two spectra.
float likeness(std::span<const float> a, std::span<const float> b) {
    float both = 0;
    float first = 1e-9F;
    float second = 1e-9F;
    for (std::size_t band = bandOf(200); band < kHighestBand; ++band) {
        both += a[band] * b[band];
        first += a[band] * a[band];
        second += b[band] * b[band];
    }
    return both / std::sqrt(first * second);
}

}  // namespace

std::vector<FrameTraits> TraitMeter::of(std::span<const float> samples) {
    const Plane spectra = spectra_.of(samples);
    const Plane calm = calmed(spectra);
    const Plane bed = lastingPart(calm, kLasting);
    Plane passing(spectra.frames(), kBands);
    std::vector<FrameTraits> traits(spectra.frames());
    for (std::size_t frame = 0; frame < traits.size(); ++frame) {
        measureLevels(calm[frame], bed[frame], traits[frame]);
        takePassing(spectra[frame], bed[frame], passing[frame]);
        traits[frame].pitch = pitchOf_(passing[frame]);
    }
    for (std::size_t frame = 0; frame < traits.size(); ++frame) {
        const std::size_t before = frame - std::min(frame, kLikenessReach);
        const std::size_t behind = std::min(frame + kLikenessReach, traits.size() - 1);
        traits[frame].likeness = likeness(passing[before], passing[behind]);
    }
    return traits;
}

}  // namespace subs::media::speech
