// SPDX-License-Identifier: MIT
#include "made_sounds.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>

namespace testing {
namespace {

constexpr int kRate = 16000;
constexpr double kTurn = 2 * std::numbers::pi;

std::size_t countOf(double seconds, int rate = kRate) {
    return static_cast<std::size_t>(std::llround(seconds * rate));
}

/// A resonance of two poles.
struct Formant {
    double hertz = 500;
    double width = 90;
    std::array<double, 2> last{};

    double operator()(double sample, int rate) {
        const double radius = std::exp(-std::numbers::pi * width / rate);
        const double out = (1 - radius) * sample +
                           2 * radius * std::cos(kTurn * hertz / rate) * last[0] -
                           radius * radius * last[1];
        last = {out, last[0]};
        return out;
    }
};

/// How loud a syllable is at `place`, 0 to 1 of its length: a vowel with soft edges, then a stop.
double loudness(double place) {
    const double inside = place / 0.7;
    if (inside >= 1) return 0;
    return std::min({1.0, inside / 0.1, (1 - inside) / 0.3});
}

}  // namespace

Samples silence(double seconds) {
    return Samples(countOf(seconds), 0.0F);
}

Samples noise(double seconds, float level, unsigned seed) {
    std::mt19937 random(seed);
    Samples samples(countOf(seconds));
    for (float& sample : samples) {
        // The sum of three evenly spread numbers: the same with every library.
        double sum = 0;
        for (int i = 0; i < 3; ++i)
            sum += static_cast<double>(random()) / 4294967296.0 - 0.5;
        sample = static_cast<float>(2 * sum) * level;
    }
    return samples;
}

Samples chords(double seconds, float level) {
    constexpr std::array<std::array<double, 3>, 4> kNotes = {
        {{220, 277.2, 329.6}, {174.6, 220, 261.6}, {196, 246.9, 293.7}, {146.8, 220, 293.7}}};
    Samples samples(countOf(seconds));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double time = static_cast<double>(i) / kRate;
        double sum = 0;
        for (const double note : kNotes[static_cast<std::size_t>(time / 1.5) % 4]) {
            for (int harmonic = 1; harmonic <= 10; ++harmonic)
                sum += std::sin(kTurn * note * harmonic * time + harmonic) / harmonic;
        }
        samples[i] = static_cast<float>(sum / 1.9) * level;
    }
    return samples;
}

Samples clicks(double seconds) {
    Samples samples(countOf(seconds));
    for (std::size_t i = 0; i < samples.size(); i += 4800)
        samples[i] = 0.9F;
    return samples;
}

Samples voice(double seconds, int rate) {
    constexpr std::array<std::array<double, 3>, 5> kVowels = {{{700, 1200, 2600},
                                                               {300, 2200, 2900},
                                                               {450, 850, 2500},
                                                               {500, 1700, 2500},
                                                               {350, 700, 2400}}};
    Samples samples(countOf(seconds, rate));
    std::array<Formant, 3> formants;
    double phase = 0;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const double time = static_cast<double>(i) / rate;
        const double syllable = time * 4;
        const auto number = static_cast<std::size_t>(syllable);
        const double place = syllable - static_cast<double>(number);
        const double pitch =
            150 - 30 * std::fmod(time, 2.0) / 2 + (number % 2 == 0 ? 25 : -25) * place;
        phase += pitch / rate;
        const bool isPulse = phase >= 1;
        phase -= isPulse ? 1 : 0;
        double sum = 0;
        for (std::size_t k = 0; k < formants.size(); ++k) {
            formants[k].hertz = kVowels[number % kVowels.size()][k];
            sum += formants[k](isPulse ? 1 : 0, rate) / static_cast<double>(1 + k);
        }
        samples[i] = static_cast<float>(4.0 * sum * loudness(place) * rate / kRate);
    }
    return samples;
}

Samples over(Samples bed, double seconds, const Samples& samples) {
    const std::size_t begin = countOf(seconds);
    for (std::size_t i = 0; i < samples.size() && begin + i < bed.size(); ++i)
        bed[begin + i] += samples[i];
    return bed;
}

}  // namespace testing
