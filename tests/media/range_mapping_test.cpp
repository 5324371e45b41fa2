// SPDX-License-Identifier: MIT
// Light by the numbers of ITU-R BT.2100-2 and BT.2408-7, and what BT.2390-10 makes of it, by hand.
#include "range_mapping.h"

#include <subs/media/film.h>

#include "catch.h"
#include "folder.h"
#include "light.h"
#include "test_films.h"

#include <array>
#include <cstdlib>
#include <string>

using namespace subs::media;

namespace {

using Srgb = RangeMapping::Srgb;

/// A grey whose light is `light` cd/m².
std::uint16_t pq16(double light) {
    return static_cast<std::uint16_t>(pqOf(light) * 65535 + 0.5);
}

bool isNear(Srgb color, int red, int green, int blue) {
    return std::abs(color[0] - red) <= 2 && std::abs(color[1] - green) <= 2 &&
           std::abs(color[2] - blue) <= 2;
}

}  // namespace

TEST_CASE("signals stand for the light that the recommendations say", "[media][colours]") {
    // BT.2408-7, table 1: 203 cd/m² are 58 % of PQ, 75 % of HLG; 26 cd/m² (18 % grey) 38 % and 38
    // %.
    CHECK(pqOf(203) == Approx(0.58).margin(0.005));
    CHECK(pqOf(26) == Approx(0.38).margin(0.005));
    CHECK(pqOf(1'000) == Approx(0.7518).margin(0.0005));
    CHECK(pqOf(10'000) == Approx(1));
    CHECK(lightOfPq(0) == 0);
    CHECK(hlgOf(1) == Approx(1).margin(1e-6));
    CHECK(hlgOf(1.0 / 12) == Approx(0.5));
    for (const double light : {0.0, 0.01, 1.0, 90.0, 203.0, 4'000.0})
        CHECK(lightOfPq(pqOf(light)) == Approx(light).margin(1e-6));
    for (const double light : {0.0, 0.01, 0.2, 1.0})
        CHECK(lightOfHlg(hlgOf(light)) == Approx(light).margin(1e-6));
}

TEST_CASE("what is dark enough stays as bright beside white", "[media][colours]") {
    const RangeMapping mapping(AVCOL_TRC_SMPTE2084);
    CHECK(mapping.mapped({0, 0, 0}) == Srgb{0, 0, 0});
    // 50 / 203 of white in sRGB: 0.2463 is 135.6 of 255.
    CHECK(isNear(mapping.mapped({pq16(50), pq16(50), pq16(50)}), 136, 136, 136));
}

TEST_CASE("what is brighter is brought together below white", "[media][colours]") {
    const RangeMapping mapping(AVCOL_TRC_SMPTE2084);
    // BT.2390's curve of 203 cd/m²: signal 0.7724 of the range, knee 0.6586, T 0.3333, 0.7387 of
    // 0.7518 is 0.5553, 158 cd/m²; 0.780 of white is 228.
    CHECK(isNear(mapping.mapped({pq16(203), pq16(203), pq16(203)}), 228, 228, 228));
    CHECK(isNear(mapping.mapped({pq16(1'000), pq16(1'000), pq16(1'000)}), 255, 255, 255));
    CHECK(mapping.mapped({65535, 65535, 65535}) == Srgb{255, 255, 255});
    int last = -1;
    for (int light = 0; light <= 1'000; light += 10) {
        const auto code = pq16(light);
        const auto [red, green, blue] = mapping.mapped({code, code, code});
        CHECK(red >= last);
        CHECK(std::abs(red - green) <= 1);
        CHECK(std::abs(red - blue) <= 1);
        last = red;
    }
}

TEST_CASE("HLG is looked at as on a screen of 1,000 cd/m²", "[media][colours]") {
    const RangeMapping mapping(AVCOL_TRC_ARIB_STD_B67);
    CHECK(mapping.mapped({0, 0, 0}) == Srgb{0, 0, 0});
    // Its white of graphics, 75 %, is 203 cd/m² there, as above.
    constexpr auto kWhite = static_cast<std::uint16_t>(0.75 * 65535);
    CHECK(isNear(mapping.mapped({kWhite, kWhite, kWhite}), 228, 228, 228));
}

TEST_CASE("a film of high dynamic range is shown on this screen, and that is said",
          "[media][colours]") {
    const testing::Folder folder;
    const auto path = folder.path / "bright.mkv";
    // Luma 64 + 876 * 0.58 = 572 of 10 bits: 203 cd/m².
    testing::outputOf(
        "ffmpeg -nostdin -v error -f lavfi -i "
        "'color=black:s=64x64:r=24:d=0.5,format=yuv420p10le,geq=lum=572:cb=512:cr=512' "
        "-c:v libx264 -crf 1 -color_trc smpte2084 -colorspace bt2020nc -color_primaries "
        "bt2020 -color_range tv '" +
        path.string() + "'");
    auto film = Film::open(path);
    REQUIRE(film);
    REQUIRE(film->diagnostics().size() == 1);
    CHECK(film->diagnostics()[0].code == "media.high-dynamic-range");
    const auto picture = film->picture({3});
    REQUIRE(picture);
    const std::size_t middle = 32 * picture->stride() + 32 * 4;
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(std::abs(picture->pixels[middle + i] - 228) <= 3);
}
