// SPDX-License-Identifier: MIT
#include "sound_drawing.h"

#include "catch.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

using namespace subs;
using namespace subs::media;

namespace {

constexpr int kHeight = 101;

/// 0 for black, 255 for white.
int brightness(const Picture& picture, int x, int y) {
    return picture.pixels[static_cast<std::size_t>(y) * picture.stride() +
                          static_cast<std::size_t>(x) * 4 + 1];
}

/// The first and the last row of a column that are clearly drawn on.
std::pair<int, int> rowsOf(const Picture& picture, int x) {
    int first = picture.height;
    int last = -1;
    for (int y = 0; y < picture.height; ++y) {
        if (brightness(picture, x, y) > 205) continue;
        first = std::min(first, y);
        last = y;
    }
    return {first, last};
}

PeakColumn column(int minimum, int maximum, int rms) {
    return {{static_cast<std::int16_t>(minimum),
             static_cast<std::int16_t>(maximum),
             static_cast<std::int16_t>(rms)},
            true};
}

}  // namespace

TEST_CASE("a waveform is drawn about the middle with its rms darker", "[media][drawing]") {
    const std::vector<PeakColumn> columns = {
        column(0, 0, 0), column(-32768, 32767, 11585), column(-16384, 16384, 11585)};
    const Picture picture = drawnWaveform(columns, kHeight);
    CHECK(picture.width == 3);
    CHECK(picture.height == kHeight);
    const auto [silentTop, silentBottom] = rowsOf(picture, 0);
    CHECK(silentTop == 50);
    CHECK(silentBottom == 50);
    CHECK(rowsOf(picture, 1) == std::pair(0, 100));
    CHECK(brightness(picture, 1, 50) < brightness(picture, 1, 5));
    CHECK(brightness(picture, 1, 50) == brightness(picture, 1, 50 + 17));
    CHECK(brightness(picture, 1, 50 + 20) == brightness(picture, 1, 5));
    const auto [top, bottom] = rowsOf(picture, 2);
    CHECK(std::abs(top - 25) <= 1);
    CHECK(top + bottom == 100);
}

TEST_CASE("columns of a steep line touch each other", "[media][drawing]") {
    std::vector<PeakColumn> columns;
    for (int i = 0; i < 200; ++i) {
        const int level = static_cast<int>(30'000 * std::sin(i * 0.7));
        columns.push_back(column(level, level, std::abs(level)));
    }
    const Picture picture = drawnWaveform(columns, kHeight);
    int gaps = 0;
    for (int x = 1; x < picture.width; ++x) {
        const auto [top, bottom] = rowsOf(picture, x);
        const auto [topBefore, bottomBefore] = rowsOf(picture, x - 1);
        gaps += top > bottomBefore + 1 || topBefore > bottom + 1 ? 1 : 0;
    }
    CHECK(gaps == 0);
}

TEST_CASE("what is not there is hatched", "[media][drawing]") {
    const Picture waveform = drawnWaveform(std::vector<PeakColumn>(16), 32);
    const Picture spectrogram = drawnSpectrogram(std::vector<SpectrumColumn>(16), 32);
    CHECK(waveform.pixels == spectrogram.pixels);
    CHECK(brightness(waveform, 0, 0) != brightness(waveform, 1, 0));
    CHECK(brightness(waveform, 0, 1) == brightness(waveform, 1, 0));
}

TEST_CASE("low frequencies are at the bottom and loud ones dark", "[media][drawing]") {
    SpectrumColumn column{.isThere = true};
    column.levels[0] = 220;
    column.levels[95] = 120;
    const Picture picture = drawnSpectrogram(std::vector<SpectrumColumn>{column}, 96);
    CHECK(brightness(picture, 0, 95) < brightness(picture, 0, 0));
    CHECK(brightness(picture, 0, 0) < brightness(picture, 0, 50));
}
