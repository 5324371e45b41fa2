// SPDX-License-Identifier: MIT
#include <subs/media/audio.h>

#include "catch.h"
#include "test_films.h"

#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

using namespace subs;
using namespace subs::media;
using testing::filmPath;

namespace {

Audio openSound(const std::string& name, int rate = 48000, int channels = 2) {
    auto audio = Audio::open(filmPath(name), rate, channels);
    INFO(name << ": " << (audio ? "" : audio.error().message));
    REQUIRE(audio);
    return std::move(*audio);
}

/// The number that a sample of the counted sound carries (see make_films.sh).
std::int64_t numberAt(const std::vector<float>& samples, std::size_t frame) {
    return std::llround(samples[2 * frame] * 512) +
           300 * std::llround(samples[2 * frame + 1] * 4096);
}

Time timeOfSample(std::int64_t number) {
    return Time::fromFlicks(number * (Time::kPerSecond / 48000));
}

/// How many of the samples read at `from` carry another number than their place less `lead`.
int wrongSamples(Audio& audio, std::int64_t from, std::int64_t lead) {
    std::vector<float> samples(2000);
    REQUIRE(audio.seek(timeOfSample(from)));
    CHECK(audio.position() == timeOfSample(from));
    const std::size_t got = audio.read(samples) / 2;
    CHECK(audio.position() == timeOfSample(from + static_cast<std::int64_t>(got)));
    int wrong = 0;
    for (std::size_t i = 0; i < got; ++i) {
        const std::int64_t expected =
            std::max<std::int64_t>(from + static_cast<std::int64_t>(i) - lead, 0);
        wrong += numberAt(samples, i) == expected ? 0 : 1;
    }
    return wrong;
}

}  // namespace

TEST_CASE("sound is found to the sample", "[media][audio]") {
    const std::string name = GENERATE("counted.wav", "counted.mka", "counted.m4a");
    INFO(name);
    Audio audio = openSound(name);
    std::mt19937 random(11);
    std::uniform_int_distribution<std::int64_t> anySample(0, 470000);
    int wrong = wrongSamples(audio, 0, 0);
    for (int i = 0; i < 60; ++i)
        wrong += wrongSamples(audio, anySample(random), 0);
    CHECK(wrong == 0);
}

TEST_CASE("sound that starts late follows silence", "[media][audio]") {
    Audio audio = openSound("late_sound.mkv");
    const std::int64_t lead = 12000;  // 250 ms
    for (const std::int64_t from :
         {std::int64_t{0}, std::int64_t{11500}, std::int64_t{12000}, std::int64_t{100001}}) {
        INFO(from);
        CHECK(wrongSamples(audio, from, lead) == 0);
    }
}

TEST_CASE("sound is read through without a seam", "[media][audio]") {
    const std::string name = GENERATE("counted.wav", "counted.mka", "counted.m4a");
    INFO(name);
    Audio audio = openSound(name);
    std::vector<float> samples(2 * 1537);
    std::int64_t place = 0;
    int wrong = 0;
    while (const std::size_t got = audio.read(samples)) {
        for (std::size_t i = 0; i < got / 2; ++i)
            wrong += numberAt(samples, i) == place++ ? 0 : 1;
    }
    CHECK(wrong == 0);
    CHECK(place == 480000);
}

TEST_CASE("a gap in the sound is silence and what follows is in its place", "[media][audio]") {
    Audio audio = openSound("gap.mka");
    std::vector<float> samples(2 * 480000);
    REQUIRE(audio.read(samples) == samples.size());
    CHECK(numberAt(samples, 3 * 48000 + 24000) == 0);
    int wrong = 0;
    for (const std::size_t second : {0U, 1U, 2U, 5U, 9U}) {
        // Matroska's stamps are whole milliseconds: up to 48 samples.
        const auto place = static_cast<std::int64_t>(second * 48000 + 20000);
        wrong += std::abs(numberAt(samples, static_cast<std::size_t>(place)) - place) <= 48 ? 0 : 1;
    }
    CHECK(wrong == 0);
}

TEST_CASE("resampled sound keeps its place", "[media][audio]") {
    Audio audio = openSound("counted.wav", 16000, 2);
    std::vector<float> samples(2 * 16000);
    REQUIRE(audio.seek(Time::fromSeconds(4)));
    REQUIRE(audio.read(samples) == samples.size());
    // The right channel rises by a step every 300 samples; its mean over a tenth of a second is
    // known.
    double sum = 0;
    for (std::size_t i = 0; i < 1600; ++i)
        sum += samples[2 * i + 1];
    CHECK(std::abs(sum / 1600 * 4096 - (4 * 48000 + 2400) / 300.0) < 1.0);
}

TEST_CASE("sound ends where it ends", "[media][audio]") {
    Audio audio = openSound("counted.wav");
    std::vector<float> samples(2 * 48000);
    REQUIRE(audio.seek(Time::fromMilliseconds(9500)));
    CHECK(audio.read(samples) == 2 * 24000);
    CHECK(audio.read(samples) == 0);
    REQUIRE(audio.seek(Time::fromSeconds(100)));
    CHECK(audio.read(samples) == 0);
    CHECK(wrongSamples(audio, 1234, 0) == 0);
}

TEST_CASE("lossy sound is the same after a seek as when read through", "[media][audio]") {
    Audio through = openSound("film.mp4", 48000, 1);
    std::vector<float> all(48000 * 5);
    REQUIRE(through.read(all) == all.size());
    Audio sought = openSound("film.mp4", 48000, 1);
    std::vector<float> part(4800);
    REQUIRE(sought.seek(timeOfSample(100000)));
    REQUIRE(sought.read(part) == part.size());
    double worst = 0;
    for (std::size_t i = 0; i < part.size(); ++i)
        worst = std::max<double>(worst, std::abs(part[i] - all[100000 + i]));
    CHECK(worst < 1e-4);
}

TEST_CASE("a film without sound says so", "[media][audio]") {
    const auto audio = Audio::open(filmPath("silent.mp4"));
    REQUIRE_FALSE(audio);
    CHECK(audio.error().code == "media.no-audio");
    CHECK(audio.error().message == filmPath("silent.mp4").string() + " has no sound");
    CHECK(Audio::open(filmPath("missing.mp4")).error().code == "io.not-found");
}
