// SPDX-License-Identifier: MIT
#include "played_sound.h"

#include "catch.h"

#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

using namespace subs;
using editor::PlayedSound;
using editor::PlayStretch;

namespace {

constexpr std::int64_t kRate = 48000;

Time samples(std::int64_t count) {
    return Time::fromFlicks(count * (Time::kPerSecond / kRate));
}

/// Plays the counted sound, whose samples carry their numbers (see make_films.sh).
PlayedSound played(const PlayStretch& stretch) {
    auto audio = media::Audio::open(SUBS_TEST_FILMS "/counted.wav", kRate, 2);
    REQUIRE(audio);
    PlayedSound sound(std::move(*audio));
    REQUIRE(sound.begin(stretch));
    return sound;
}

std::int64_t numberAt(const std::vector<float>& heard, std::size_t frame) {
    return std::llround(heard[2 * frame] * 512) + 300 * std::llround(heard[2 * frame + 1] * 4096);
}

}  // namespace

TEST_CASE("a stretch of sound ends to the sample", "[player][sound]") {
    PlayedSound sound = played({.begin = samples(48000), .end = samples(48000 + 12345)});
    std::vector<float> heard(2 * 20000);
    REQUIRE(sound.read(heard) == 2 * 12345);
    CHECK(numberAt(heard, 0) == 48000);
    CHECK(numberAt(heard, 12344) == 48000 + 12344);
    CHECK(sound.read(heard) == 0);
}

TEST_CASE("a stretch that is played again and again goes on without a gap", "[player][sound]") {
    const std::int64_t again = 48000;
    const std::int64_t end = 48000 + 7000;
    const std::int64_t begin = 48000 + 5000;
    PlayedSound sound =
        played({.begin = samples(begin), .end = samples(end), .again = samples(again)});
    std::vector<float> heard(2 * 30000);
    REQUIRE(sound.read(heard) == heard.size());
    int wrong = 0;
    for (std::int64_t i = 0; i < 30000; ++i) {
        const std::int64_t expected =
            i < end - begin ? begin + i : again + (i - (end - begin)) % (end - again);
        wrong += numberAt(heard, static_cast<std::size_t>(i)) == expected ? 0 : 1;
    }
    CHECK(wrong == 0);
}

TEST_CASE("behind the end of a film a stretch goes on in silence", "[player][sound]") {
    // The sound is ten seconds long.
    PlayedSound sound = played({.begin = Time::fromSeconds(9), .end = Time::fromSeconds(12)});
    std::vector<float> heard(2 * kRate * 4);
    CHECK(sound.read(heard) == 2 * kRate * 3);
    CHECK(heard[2 * kRate * 2] == 0.0F);
    PlayedSound toTheEnd = played({.begin = Time::fromSeconds(9)});
    CHECK(toTheEnd.read(heard) <= 2 * kRate * 2);
}

TEST_CASE("sound at another speed lasts as much longer or shorter", "[player][sound]") {
    const double speed = GENERATE(0.5, 0.75, 1.5, 2.0);
    INFO(speed);
    PlayedSound sound =
        played({.begin = Time::fromSeconds(1), .end = Time::fromSeconds(4), .speed = speed});
    std::vector<float> heard(2 * kRate * 8);
    const auto expected = static_cast<std::size_t>(std::llround(3 * kRate / speed)) * 2;
    CHECK(sound.read(heard) == expected);
}

TEST_CASE("where one is in the film follows from what was heard", "[player][sound]") {
    const auto ms = [](std::int64_t count) { return Time::fromMilliseconds(count); };
    const PlayStretch plain{.begin = ms(10000)};
    CHECK(plain.filmTimeAfter(ms(1500)) == ms(11500));
    const PlayStretch fast{.begin = ms(10000), .speed = 2};
    CHECK(fast.filmTimeAfter(ms(1500)) == ms(13000));
    const PlayStretch again{.begin = ms(10400), .end = ms(11000), .again = ms(10000)};
    CHECK(again.filmTimeAfter(ms(500)) == ms(10900));
    CHECK(again.filmTimeAfter(ms(600)) == ms(10000));
    CHECK(again.filmTimeAfter(ms(1700)) == ms(10100));
    const PlayStretch slow{.begin = ms(10000), .end = ms(11000), .again = ms(10000), .speed = 0.5};
    CHECK(slow.filmTimeAfter(ms(2500)) == ms(10250));
}
