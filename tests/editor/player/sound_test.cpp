// SPDX-License-Identifier: MIT
#include "catch.h"
#include "sound_source.h"
#include "sound_worker.h"
#include "stage.h"

#include <atomic>
#include <cmath>
#include <cstring>
#include <numeric>

using namespace subs;
using namespace subs::editor;
using testing::Stage;

namespace {

/// The number that a sample of the counted sound carries (see tests/media/make_films.sh).
std::int64_t numberAt(const std::vector<float>& samples, std::size_t frame) {
    return std::llround(samples[2 * frame] * 512) +
           300 * std::llround(samples[2 * frame + 1] * 4096);
}

std::optional<SoundReady> answerOf(SoundWorker& worker) {
    std::optional<SoundReady> ready;
    Stage::waitFor([&] { return (ready = worker.takeAnswer()).has_value(); });
    return ready;
}

/// As many samples as asked, however often it takes.
std::vector<float> samplesOf(SoundWorker& worker, std::size_t count) {
    std::vector<float> samples(count);
    std::size_t got = 0;
    Stage::waitFor([&] {
        got += worker.read(std::span(samples).subspan(got));
        return got == count;
    });
    return samples;
}

}  // namespace

TEST_CASE("sound begins at the sample of the time that is asked for and has no seam",
          "[player][sound]") {
    SoundWorker worker([] {});
    worker.open(SUBS_TEST_FILMS "/counted.wav");
    for (const std::int64_t second : {3, 0, 7, 1}) {
        const std::uint64_t generation = worker.play({.begin = Time::fromSeconds(second)});
        const auto ready = answerOf(worker);
        REQUIRE(ready);
        CHECK(ready->generation == generation);
        REQUIRE_FALSE(ready->error);
        const std::vector<float> samples = samplesOf(worker, 2 * 90'000);
        std::int64_t wrong = 0;
        for (std::size_t i = 0; i < 90'000; ++i)
            wrong += numberAt(samples, i) == second * 48'000 + static_cast<std::int64_t>(i) ? 0 : 1;
        CHECK(wrong == 0);
    }
}

TEST_CASE("of many requests the newest is played", "[player][sound]") {
    SoundWorker worker([] {});
    worker.open(SUBS_TEST_FILMS "/counted.wav");
    std::uint64_t last = 0;
    for (int i = 0; i < 50; ++i)
        last = worker.play({.begin = Time::fromSeconds(i % 8)});
    const auto ready = answerOf(worker);
    REQUIRE(ready);
    CHECK(ready->generation == last);
    CHECK(numberAt(samplesOf(worker, 2), 0) == (49 % 8) * 48'000);
}

TEST_CASE("after the end of the sound there is silence", "[player][sound]") {
    SoundWorker worker([] {});
    worker.open(SUBS_TEST_FILMS "/tone.m4a");
    worker.play({.begin = Time::fromSeconds(60)});
    const auto ready = answerOf(worker);
    REQUIRE(ready);
    REQUIRE_FALSE(ready->error);
    for (const float sample : samplesOf(worker, 10'000))
        REQUIRE(sample == 0.0F);
}

TEST_CASE("a halted worker gives nothing", "[player][sound]") {
    SoundWorker worker([] {});
    worker.open(SUBS_TEST_FILMS "/counted.wav");
    worker.play({.begin = Time()});
    REQUIRE(answerOf(worker));
    worker.halt();
    std::vector<float> samples(100);
    CHECK(worker.read(samples) == 0);
}

TEST_CASE("a film without sound is answered with the reason", "[player][sound]") {
    SoundWorker worker([] {});
    worker.play({.begin = Time()});
    auto ready = answerOf(worker);
    REQUIRE(ready);
    CHECK(ready->error->code == "media.no-audio");
    worker.open(SUBS_TEST_FILMS "/silent.mp4");
    worker.play({.begin = Time()});
    ready = answerOf(worker);
    REQUIRE(ready);
    CHECK(ready->error->code == "media.no-audio");
}

TEST_CASE("samples are handed to a device as floats or as 16 bits", "[player][sound]") {
    const SoundReader reader = [](std::span<float> samples) {
        const float values[] = {0.0F, 1.0F, -1.0F, 0.5F, 2.0F, -2.0F};
        const std::size_t count = std::min<std::size_t>(samples.size(), 6);
        std::copy_n(values, count, samples.begin());
        return count;
    };
    SoundSource floats(reader, SampleKind::Float);
    CHECK(floats.isSequential());
    const QByteArray bytes = floats.read(6 * 4 + 3);
    REQUIRE(bytes.size() == 24);
    float third = 0;
    std::memcpy(&third, bytes.constData() + 8, 4);
    CHECK(third == -1.0F);
    SoundSource words(reader, SampleKind::Int16);
    const QByteArray small = words.read(12);
    REQUIRE(small.size() == 12);
    std::int16_t values[6] = {};
    std::memcpy(values, small.constData(), 12);
    CHECK(values[1] == 32767);
    CHECK(values[2] == -32767);
    CHECK(values[3] == 16384);
    CHECK(values[4] == 32767);
    CHECK(values[5] == -32767);
}
