// SPDX-License-Identifier: MIT
#include <subs/media/audio.h>
#include <subs/media/peaks.h>
#include <subs/media/sample_line.h>

#include "catch.h"
#include "given_sound.h"
#include "test_films.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <vector>

using namespace subs;
using namespace subs::media;
using testing::filmPath;
using testing::giveChunks;

namespace {

/// Sound of all loudnesses that never repeats, in whole steps of 1/32768.
float noise(std::int64_t place) {
    auto mixed = static_cast<std::uint64_t>(place) * 0x9E3779B97F4A7C15ULL;
    mixed ^= mixed >> 29U;
    mixed *= 0xBF58476D1CE4E5B9ULL;
    const auto level = static_cast<std::int16_t>(mixed >> 48U);
    const double loudness = 0.5 + 0.5 * std::sin(static_cast<double>(place) / 3000);
    return static_cast<float>(std::trunc(level * loudness) / 32768);
}

/// Smallest and largest sample and rms of all samples from `from` until before `to`, in
/// milliseconds.
struct Truth {
    int minimum = 32767;
    int maximum = -32768;
    double squares = 0;
    int count = 0;

    Truth(double from, double to, int rate) {
        const auto first = static_cast<std::int64_t>(std::ceil(from * rate / 1000));
        const auto end = static_cast<std::int64_t>(std::ceil(to * rate / 1000));
        for (std::int64_t place = first; place < end; ++place) {
            const int level = static_cast<int>(std::lround(noise(place) * 32768));
            minimum = std::min(minimum, level);
            maximum = std::max(maximum, level);
            squares += double(level) * level;
            ++count;
        }
    }
    double rms() const { return std::sqrt(squares / count); }
};

}  // namespace

TEST_CASE("columns at any zoom show what all samples say", "[media][peaks]") {
    const int rate = GENERATE(48000, 44100, 22050, 8000, 11025);
    INFO(rate);
    Peaks peaks;
    const auto sink = makePeakSink(peaks);
    giveChunks(*sink, -1, 2, rate, noise);
    std::mt19937 random(3);
    std::uniform_int_distribution<int> anyCount(1, 40);
    std::uniform_real_distribution<double> anyTime(-20400, 20400);
    int wrong = 0;
    for (int i = 0; i < 60; ++i) {
        const auto [from, to] = std::minmax({anyTime(random), anyTime(random)});
        const Time begin = Time::fromFlicks(static_cast<std::int64_t>(from * 705600));
        const Time end = Time::fromFlicks(static_cast<std::int64_t>(to * 705600));
        const int count = anyCount(random);
        const double width = (to - from) / count;
        if (width < 12) continue;
        const auto columns = peaks.columns(begin, end, count);
        REQUIRE(columns.size() == static_cast<std::size_t>(count));
        for (int column = 0; column < count; ++column) {
            const double left = from + column * width;
            const auto& [peak, isThere] = columns[static_cast<std::size_t>(column)];
            const Truth inside(left + 2.51, left + width - 2.51, rate);
            const Truth outside(left - 2.51, left + width + 2.51, rate);
            // Bins count alike, with a sample more or less: up to 1 % at 11,025 Hz.
            const Truth nearest(std::round(left / 5) * 5, std::round((left + width) / 5) * 5, rate);
            wrong += isThere && peak.minimum <= inside.minimum && peak.minimum >= outside.minimum &&
                             peak.maximum >= inside.maximum && peak.maximum <= outside.maximum &&
                             std::abs(peak.rms - nearest.rms()) < 3 + nearest.rms() / 100
                         ? 0
                         : 1;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("the finest columns are bins of five milliseconds to the sample", "[media][peaks]") {
    const int rate = GENERATE(48000, 44100);
    Peaks peaks;
    const auto sink = makePeakSink(peaks);
    giveChunks(*sink, 0, 1, rate, noise);
    const auto columns = peaks.columns(Time(), Time::fromMilliseconds(20480), 4096);
    int wrong = 0;
    for (int bin = 0; bin < 4096; ++bin) {
        const Truth truth(bin * 5.0, bin * 5.0 + 5, rate);
        const Peak& peak = columns[static_cast<std::size_t>(bin)].peak;
        wrong += peak.minimum == truth.minimum && peak.maximum == truth.maximum &&
                         std::abs(peak.rms - truth.rms()) < 0.51
                     ? 0
                     : 1;
    }
    CHECK(wrong == 0);
    // Narrower ones repeat the bin that they lie in.
    const auto narrow =
        peaks.columns(Time::fromMilliseconds(5000), Time::fromMilliseconds(5010), 8);
    for (std::size_t i = 0; i < 8; ++i)
        CHECK(narrow[i].peak == columns[1000 + i / 4].peak);
}

TEST_CASE("bins do not drift over hours", "[media][peaks]") {
    const int rate = GENERATE(44100, 48000, 11025);
    Peaks peaks;
    const auto sink = makePeakSink(peaks);
    // Nine hours on: the sample at 32,774.4175 s.
    const std::int64_t chunk = 1600;
    const auto click = static_cast<std::int64_t>(std::ceil(32774.4175 * rate));
    giveChunks(
        *sink, chunk, 1, rate, [&](std::int64_t place) { return place == click ? 0.5F : 0; });
    const auto columns =
        peaks.columns(Time::fromMilliseconds(32774400), Time::fromMilliseconds(32774440), 8);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        CHECK(columns[i].isThere);
        CHECK(columns[i].peak.maximum == (i == 3 ? 16384 : 0));
    }
    REQUIRE(peaks.loudest());
    CHECK(peaks.loudest()->time == Time::fromMilliseconds(32774415));
    CHECK(peaks.loudest()->swing == 16384);
}

TEST_CASE("what is not made yet is told, and its columns are not there", "[media][peaks]") {
    Peaks peaks;
    CHECK(peaks.there().empty());
    CHECK_FALSE(peaks.loudest());
    const auto sink = makePeakSink(peaks);
    giveChunks(*sink, 3, 1, 8000, noise);
    giveChunks(*sink, 0, 2, 8000, noise);
    CHECK(sink->has(1));
    CHECK_FALSE(sink->has(2));
    CHECK(peaks.there() ==
          std::vector<Stretch>{{Time(), Time::fromMilliseconds(40960)},
                               {Time::fromMilliseconds(61440), Time::fromMilliseconds(81920)}});
    const auto columns = peaks.columns(Time(), Time::fromMilliseconds(81920), 8);
    for (std::size_t i = 0; i < columns.size(); ++i)
        CHECK(columns[i].isThere == (i < 4 || i > 5));
    CHECK(peaks.columns(Time::fromSeconds(5), Time::fromSeconds(5), 10).empty());
    CHECK(peaks.columns(Time(), Time::fromSeconds(5), 0).empty());
}

TEST_CASE("a run that is broken off leaves nothing half made", "[media][peaks]") {
    Peaks peaks;
    const auto sink = makePeakSink(peaks);
    const std::vector<float> loud(8000, 0.9F);
    sink->begin(0, 8000);
    sink->take({-400, 8000, loud});
    giveChunks(*sink, 0, 1, 8000, [](std::int64_t) { return 0.25F; });
    REQUIRE(peaks.loudest());
    CHECK(peaks.loudest()->swing == 8192);
}

TEST_CASE("sound beyond full scale and no numbers are drawn at full scale and as silence",
          "[media][peaks]") {
    Peaks peaks;
    const auto sink = makePeakSink(peaks);
    giveChunks(*sink, 0, 1, 8000, [](std::int64_t place) {
        if (place >= 80000) return std::nanf("");
        return place % 2 == 0 ? 3.0F : -3.0F;
    });
    const auto columns = peaks.columns(Time(), Time::fromSeconds(20), 2);
    CHECK(columns[0].peak == Peak{-32768, 32767, 32767});
    CHECK(columns[1].peak.rms == 0);
}

TEST_CASE("below a bin the line through the samples is drawn", "[media][peaks]") {
    auto audio = Audio::openChannel(filmPath("counted.wav"), SoundChannel::Left);
    REQUIRE(audio);
    // The left channel climbs by 64 steps a sample and falls to 0 every 300.
    const auto level = [](std::int64_t place) { return static_cast<int>(place % 300) * 64; };
    const auto sample = [](std::int64_t place) { return Time::fromFlicks(place * 14700); };
    // Two samples a column, then a quarter of a sample a column.
    const auto two = sampleColumns(*audio, {sample(100'000), sample(100'400)}, 200);
    REQUIRE(two);
    int wrong = 0;
    for (std::int64_t i = 0; i < 200; ++i) {
        const std::int64_t first = 100'000 + 2 * i;
        const auto [low, high] = std::minmax({level(first), level(first + 1), level(first + 2)});
        const Peak& peak = (*two)[static_cast<std::size_t>(i)];
        wrong += peak.minimum == low && peak.maximum == high ? 0 : 1;
    }
    CHECK(wrong == 0);
    const auto quarter = sampleColumns(*audio, {sample(100'003), sample(100'005)}, 8);
    REQUIRE(quarter);
    for (int i = 0; i < 8; ++i) {
        CHECK((*quarter)[static_cast<std::size_t>(i)].minimum == level(100'003) + 16 * i);
        CHECK((*quarter)[static_cast<std::size_t>(i)].maximum == level(100'003) + 16 * (i + 1));
    }
    CHECK(sampleColumns(*audio, {Time(), Time()}, 5)->empty());
    // Behind the end and before the begin is silence.
    const auto behind = sampleColumns(*audio, {Time::fromSeconds(11), Time::fromSeconds(12)}, 2);
    CHECK(behind == std::vector<Peak>(2));
    CHECK(sampleColumns(*audio, {Time::fromSeconds(-2), Time::fromSeconds(-1)}, 2) ==
          std::vector<Peak>(2));
}
