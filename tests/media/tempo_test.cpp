// SPDX-License-Identifier: MIT
#include <subs/media/tempo.h>

#include "catch.h"

#include <cmath>
#include <cstddef>
#include <numbers>
#include <vector>

using namespace subs::media;

namespace {

constexpr int kRate = 48000;

/// A tone, the same in both channels.
std::vector<float> tone(double hertz, double seconds) {
    std::vector<float> samples;
    for (int i = 0; i < static_cast<int>(seconds * kRate); ++i) {
        const auto value =
            static_cast<float>(0.5 * std::sin(2 * std::numbers::pi * hertz * i / kRate));
        samples.insert(samples.end(), {value, value});
    }
    return samples;
}

std::vector<float> heardAt(double speed, const std::vector<float>& samples) {
    auto tempo = Tempo::make(speed, kRate, 2);
    REQUIRE(tempo);
    tempo->put(samples);
    tempo->finish();
    std::vector<float> heard(samples.size() * 3);
    heard.resize(tempo->take(heard));
    return heard;
}

/// How often a second the left channel goes up through zero.
double pitchOf(const std::vector<float>& samples) {
    std::size_t first = 0;
    std::size_t last = 0;
    int count = 0;
    for (std::size_t i = 2; i + 1 < samples.size(); i += 2) {
        if (samples[i - 2] >= 0 || samples[i] < 0) continue;
        if (count == 0) first = i;
        last = i;
        ++count;
    }
    return (count - 1) * 2.0 * kRate / static_cast<double>(last - first);
}

}  // namespace

TEST_CASE("sound that is slower or faster keeps its pitch", "[media][tempo]") {
    const double speed = GENERATE(0.5, 0.75, 1.25, 2.0);
    INFO(speed);
    const std::vector<float> heard = heardAt(speed, tone(440, 4));
    CHECK(pitchOf(heard) == Approx(440).epsilon(0.01));
    CHECK(static_cast<double>(heard.size()) == Approx(4.0 * 2 * kRate / speed).epsilon(0.02));
}

TEST_CASE("a speed that nobody follows is the nearest that one does", "[media][tempo]") {
    const std::vector<float> heard = heardAt(9, tone(440, 4));
    CHECK(static_cast<double>(heard.size()) == Approx(4.0 * kRate).epsilon(0.02));
}
