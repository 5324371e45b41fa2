// SPDX-License-Identifier: MIT
#include <subs/media/sound_pass.h>
#include <subs/media/spectrogram.h>

#include "catch.h"
#include "given_sound.h"
#include "spectrum.h"
#include "spectrum_chunk.h"
#include "test_films.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <random>
#include <vector>

using namespace subs;
using namespace subs::media;
using testing::giveChunks;

namespace {

std::size_t loudestBand(const SpectrumColumn& column) {
    return static_cast<std::size_t>(std::ranges::max_element(column.levels) -
                                    column.levels.begin());
}

std::size_t nearestBand(double frequency) {
    std::size_t nearest = 0;
    for (std::size_t band = 1; band < kBands; ++band)
        if (std::abs(bandFrequency(band) - frequency) <
            std::abs(bandFrequency(nearest) - frequency))
            nearest = band;
    return nearest;
}

/// The level of all bands together, in decibels.
double togetherDecibels(const SpectrumColumn& column) {
    double power = 0;
    for (const std::uint8_t level : column.levels)
        power += level == 0 ? 0 : std::pow(10, decibelsOf(level) / 10);
    return 10 * std::log10(power);
}

}  // namespace

TEST_CASE("bands are equally far apart in mel from 80 Hz to 8 kHz", "[media][spectrogram]") {
    CHECK(std::abs(bandFrequency(0) - 80) < 1e-6);
    CHECK(std::abs(bandFrequency(95) - 8000) < 1e-6);
    // 1000 mel are 1000 Hz; the steps are (2840.02 - 121.96) / 95 = 28.61 mel, so 30.69 of them.
    CHECK(bandFrequency(30) < 1000);
    CHECK(bandFrequency(31) > 1000);
}

TEST_CASE("a level is ten times the logarithm of the power", "[media][spectrogram]") {
    CHECK(levelOfPower(1) == 255);
    CHECK(levelOfPower(4) == 255);
    CHECK(levelOfPower(0) == 0);
    CHECK(levelOfPower(1e-12F) == 0);
    CHECK(levelOfPower(std::nanf("")) == 0);
    for (double decibels = -89; decibels < 0; decibels += 0.37) {
        const auto level = levelOfPower(static_cast<float>(std::pow(10, decibels / 10)));
        CHECK(std::abs(decibelsOf(level) - decibels) < 0.2);
    }
}

TEST_CASE("a sine is as loud as it is, in the band of its frequency", "[media][spectrogram]") {
    const int rate = GENERATE(48000, 44100, 22050, 16000);
    const double frequency = GENERATE(100.0, 440.0, 1000.0, 3300.0, 7000.0);
    INFO(rate << " Hz, tone of " << frequency);
    const auto sine = [&](std::int64_t place) {
        return static_cast<float>(
            0.5 * std::sin(2 * std::numbers::pi * frequency * static_cast<double>(place) / rate));
    };
    Spectrogram spectrogram;
    const auto sink = makeSpectrumSink(spectrogram);
    giveChunks(*sink, 0, 1, rate, sine);
    const auto columns = spectrogram.columns(Time::fromSeconds(5), Time::fromSeconds(6), 50);
    REQUIRE(columns.size() == 50);
    for (const SpectrumColumn& column : columns) {
        CHECK(column.isThere);
        CHECK(std::abs(static_cast<int>(loudestBand(column)) -
                       static_cast<int>(nearestBand(frequency))) <= 1);
        // 20 log10 of a half; levels are kept to 2 dB.
        CHECK(std::abs(togetherDecibels(column) + 6.02) < 1.25);
    }
}

TEST_CASE("columns are where the sound is", "[media][spectrogram]") {
    // A tone from 3 s on; before it there is silence but for half a window.
    const int rate = GENERATE(48000, 44100);
    Spectrogram spectrogram;
    const auto sink = makeSpectrumSink(spectrogram);
    giveChunks(*sink, -1, 2, rate, [&](std::int64_t place) {
        return place < 3 * rate ? 0.0F
                                : static_cast<float>(std::sin(0.2 * static_cast<double>(place)));
    });
    const auto columns =
        spectrogram.columns(Time::fromMilliseconds(2900), Time::fromMilliseconds(3100), 10);
    const std::size_t band = loudestBand(columns[9]);
    CHECK(columns[9].levels[band] > 240);
    CHECK(columns[3].levels == Levels());
    CHECK(columns[4].levels[band] < columns[5].levels[band]);
    CHECK(columns[5].levels[band] > 230);
    // Half of a column that is drawn finer lies between its neighbours.
    const auto fine =
        spectrogram.columns(Time::fromMilliseconds(3000), Time::fromMilliseconds(3010), 5);
    for (std::size_t i = 1; i < fine.size(); ++i)
        CHECK(fine[i].levels[band] >= fine[i - 1].levels[band]);
    const auto before = spectrogram.columns(Time::fromSeconds(-20), Time::fromSeconds(0), 100);
    for (const SpectrumColumn& column : before)
        CHECK((column.isThere && column.levels == Levels()));
}

TEST_CASE("a wide column shows the loudest that lies in it", "[media][spectrogram]") {
    Spectrogram spectrogram;
    const auto sink = makeSpectrumSink(spectrogram);
    // A tone in the second from 30 to 31 only.
    giveChunks(*sink, 0, 2, 8000, [](std::int64_t place) {
        return place / 8000 == 30 ? static_cast<float>(std::sin(static_cast<double>(place))) : 0.0F;
    });
    for (const int seconds : {1, 2, 4}) {
        INFO(seconds);
        const auto columns =
            spectrogram.columns(Time(), Time::fromMilliseconds(40960), 40960 / (1280 * seconds));
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const double from = static_cast<double>(i) * 1.28 * seconds;
            const bool isLoud = from < 31 && from + 1.28 * seconds > 30;
            CHECK((*std::ranges::max_element(columns[i].levels) > 200) == isLoud);
        }
    }
}

TEST_CASE("what is not made yet of a spectrogram is told", "[media][spectrogram]") {
    Spectrogram spectrogram;
    const auto sink = makeSpectrumSink(spectrogram);
    giveChunks(*sink, 1, 1, 8000, [](std::int64_t) { return 0.0F; });
    CHECK(spectrogram.there() ==
          std::vector<Stretch>{{Time::fromMilliseconds(20480), Time::fromMilliseconds(40960)}});
    const auto columns = spectrogram.columns(Time(), Time::fromMilliseconds(61440), 6);
    for (std::size_t i = 0; i < columns.size(); ++i)
        CHECK(columns[i].isThere == (i == 2 || i == 3));
}

TEST_CASE("a packed tile is to 1 dB what was packed", "[media][spectrogram]") {
    std::mt19937 random(5);
    std::uniform_int_distribution<int> any(0, 255);
    SpectrumChunk::Tile tile(1024);
    for (Levels& column : tile)
        for (std::uint8_t& level : column)
            level = static_cast<std::uint8_t>(any(random));
    const SpectrumChunk chunk(tile);
    const auto back = SpectrumChunk::fromPacked(chunk.packed());
    REQUIRE(back);
    CHECK(back->packed() == chunk.packed());
    const SpectrumChunk::Tile kept = back->tile();
    CHECK(back->coarse() == SpectrumChunk(kept).coarse());
    double worst = 0;
    for (std::size_t i = 0; i < tile.size(); ++i)
        for (std::size_t band = 0; band < kBands; ++band)
            worst =
                std::max(worst, std::abs(decibelsOf(tile[i][band]) - decibelsOf(kept[i][band])));
    CHECK(worst <= 1.1);
    CHECK_FALSE(SpectrumChunk::fromPacked(chunk.packed().substr(0, 400)));
    CHECK(SpectrumChunk(SpectrumChunk::Tile(1024)).packed().empty());
}

TEST_CASE("the tone of a film is seen at its pitch", "[media][spectrogram]") {
    auto pass = SoundPass::open(testing::filmPath("film.mp4"), SoundChannel::Dialogue);
    REQUIRE(pass);
    Spectrogram spectrogram;
    const auto sink = makeSpectrumSink(spectrogram);
    pass->feed(*sink);
    REQUIRE(pass->run());
    // ffmpeg's sine is an eighth of full scale: -18.06 dB.
    for (const SpectrumColumn& column :
         spectrogram.columns(Time::fromSeconds(1), Time::fromSeconds(24), 100)) {
        CHECK(std::abs(static_cast<int>(loudestBand(column)) -
                       static_cast<int>(nearestBand(440))) <= 1);
        CHECK(std::abs(togetherDecibels(column) + 18.06) < 1.6);
    }
}
