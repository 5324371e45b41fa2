// SPDX-License-Identifier: MIT
#include <subs/job/sound_told.h>
#include <subs/media/sound_library.h>

#include "catch.h"
#include "test_films.h"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <string>

using namespace subs;
using namespace subs::media;
using testing::filmPath;

namespace {

SoundRequest counted() {
    return {filmPath("counted.wav"), SoundChannel::Right, {}, {}};
}

/// The size that the head of a PNG tells.
int numberAt(const std::string& png, std::size_t at) {
    int number = 0;
    for (std::size_t i = at; i < at + 4; ++i)
        number = number * 256 + static_cast<unsigned char>(png[i]);
    return number;
}

}  // namespace

TEST_CASE("a curve has a column for each stretch of the film", "[media][peaks]") {
    const auto library = makeSoundLibrary();
    const auto curve = library->curve(counted(), Time::fromMilliseconds(100), {});
    REQUIRE(curve);
    CHECK(curve->facts.heard == SoundChannel::Right);
    CHECK(curve->stretch == Stretch{Time(), Time::fromSeconds(10)});
    REQUIRE(curve->columns.size() == 100);
    // The channel climbs by 8 steps every 300 samples (make_films.sh): 16 times in 100 ms.
    for (std::size_t i = 0; i < 100; ++i) {
        CHECK(curve->columns[i].minimum == static_cast<int>(i) * 128);
        CHECK(curve->columns[i].maximum == static_cast<int>(i) * 128 + 120);
    }
    CHECK(soundText(*curve, "film.wav") ==
          "film.wav\nsound: stereo, 48000 Hz\nchannel: right\nfrom 00:00:00.000 to 00:00:10.000\n"
          // 20 log10 of 12,792 and of 12,800 / sqrt 3 steps of 32,768
          "loudest: -8.2 dBFS at 00:00:09.900\nrms: -12.9 dBFS\n");
    const auto told = nlohmann::json::parse(soundJson(*curve, "film.wav"));
    CHECK(told["channel"] == "right");
    CHECK(told["sample_rate"] == 48000);
    CHECK(told["bin_ms"] == 100);
    CHECK(told["duration_ms"] == 10'000);
    CHECK(told["min"].size() == 100);
    CHECK(told["max"][1] == 248);
    CHECK(told["rms"].size() == 100);
}

TEST_CASE("a part of the film, and columns shorter than a bin", "[media][peaks]") {
    const auto library = makeSoundLibrary();
    SoundRequest request = counted();
    request.from = Time::fromMilliseconds(5000);
    request.to = Time::fromMilliseconds(5010);
    // 3.125 ms are 150 samples: half a step of the right channel.
    const auto curve = library->curve(request, Time::fromFlicks(2'205'000), {});
    REQUIRE(curve);
    REQUIRE(curve->columns.size() == 4);
    CHECK(curve->columns[1] == Peak{6400, 6408, 6400});
    CHECK(curve->columns[2] == Peak{6408, 6408, 6408});
    const auto coarse = library->curve(request, Time::fromMilliseconds(5), {});
    REQUIRE(coarse);
    CHECK(coarse->columns.size() == 2);
    CHECK(coarse->columns[0].minimum == 6400);
}

TEST_CASE("a last column that reaches behind the end holds what there is", "[media][peaks]") {
    SoundRequest request{
        filmPath("film.mp4"), SoundChannel::Mix, {}, Time::fromMilliseconds(20470)};
    // The column from 20,400 ms on ends 20 ms behind the chunk that ends at 20,480.
    const auto curve = makeSoundLibrary()->curve(request, Time::fromMilliseconds(100), {});
    REQUIRE(curve);
    REQUIRE(curve->columns.size() == 205);
    CHECK(curve->columns.back().maximum > 3000);
}

TEST_CASE("pictures of the sound have the size that is asked for", "[media][peaks]") {
    const auto library = makeSoundLibrary();
    SoundRequest request = counted();
    for (const bool isPart : {false, true}) {
        if (isPart) request.from = Time::fromMilliseconds(9900);
        for (const SoundDrawing drawing : {SoundDrawing::Waveform, SoundDrawing::Spectrogram}) {
            const auto picture = library->picture(request, drawing, 321, 99, {});
            REQUIRE(picture);
            CHECK(numberAt(picture->png, 16) == 321);
            CHECK(numberAt(picture->png, 20) == 99);
        }
    }
}

TEST_CASE("what cannot be looked at is refused", "[media][peaks]") {
    const auto library = makeSoundLibrary();
    SoundRequest request = counted();
    request.from = Time::fromSeconds(5);
    request.to = Time::fromSeconds(5);
    CHECK(library->curve(request, Time::fromMilliseconds(10), {}).error().code ==
          "media.no-stretch");
    request.to = Time::fromSeconds(100'000);
    CHECK(library->curve(request, Time::fromMilliseconds(1), {}).error().code ==
          "media.too-many-columns");
    std::stop_source stop;
    stop.request_stop();
    const Watch stopped{stop.get_token(), {}};
    CHECK(library->curve(counted(), Time::fromMilliseconds(10), stopped).error().code ==
          "media.cancelled");
    CHECK(library->picture(counted(), SoundDrawing::Waveform, 10, 10, stopped).error().code ==
          "media.cancelled");
}

TEST_CASE("silence is told as that", "[media][peaks]") {
    SoundRequest request{filmPath("centre.mka"), SoundChannel::Left, {}, {}};
    const auto curve = makeSoundLibrary()->curve(request, Time::fromMilliseconds(10), {});
    REQUIRE(curve);
    CHECK(soundText(*curve, "x").ends_with("\nsilent\n"));
}
