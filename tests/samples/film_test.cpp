// SPDX-License-Identifier: MIT
#include <subs/media/film.h>

#include "catch.h"

#include <cstdlib>

namespace {

using subs::Frame;
using subs::media::Film;
using subs::media::Picture;

constexpr std::int64_t kFrames = 1920;

Film film() {
    return Film::open(SUBS_SOURCE_DIR "/samples/seven-lanterns.mp4").value();
}

/// Mean of blue, green and red in the middle of one of the squares that hold a frame's number
/// (samples/README.md).
int brightness(const Picture& picture, int bit) {
    const int x = 76 + 13 * bit + 5;
    const int y = 698;
    const std::uint8_t* pixel = picture.pixels.data() +
                                static_cast<std::size_t>(y) * picture.stride() +
                                static_cast<std::size_t>(x) * 4;
    return (pixel[0] + pixel[1] + pixel[2]) / 3;
}

std::int64_t numberIn(const Picture& picture) {
    std::int64_t number = 0;
    for (int bit = 0; bit < 11; ++bit)
        number = number * 2 + (brightness(picture, bit) > 128 ? 1 : 0);
    return number;
}

/// Mean difference of two pictures, in steps of 255.
double difference(const Picture& a, const Picture& b) {
    double sum = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i)
        sum += std::abs(a.pixels[i] - b.pixels[i]);
    return sum / static_cast<double>(a.pixels.size());
}

TEST_CASE("the sample film is eighty seconds at 24000 over 1001, with sound", "[samples][media]") {
    const auto opened = film();
    CHECK(opened.frameCount() == kFrames);
    CHECK(opened.isConstantRate());
    CHECK(opened.timeline().averageRate() == subs::parseFrameRate("24000/1001").value());
    CHECK(opened.timeline().timeOf(Frame{0}) == subs::Time());
    CHECK(opened.info().width == 1280);
    CHECK(opened.info().height == 720);
    CHECK(opened.info().hasAudio);
    CHECK(opened.info().duration.nearestMilliseconds() == 80080);
    CHECK(opened.diagnostics().empty());
}

TEST_CASE("every frame of the sample film carries its number", "[samples][media]") {
    auto opened = film();
    for (std::int64_t n = 0; n < kFrames; n += 83) {
        const auto picture = opened.picture(Frame{n});
        REQUIRE(picture.has_value());
        CHECK(numberIn(*picture) == n);
    }
}

TEST_CASE("the sample film has nine hard cuts and one dissolve", "[samples][media]") {
    auto opened = film();
    const auto step = [&](std::int64_t n) {
        const auto before = opened.picture(Frame{n - 1}, 320, 180);
        const auto now = opened.picture(Frame{n}, 320, 180);
        return difference(before.value(), now.value());
    };
    for (const std::int64_t cut : {240, 384, 528, 912, 1080, 1248, 1416, 1584, 1752}) {
        INFO(cut);
        CHECK(step(cut) > 8);
        CHECK(step(cut - 1) < 4);
        CHECK(step(cut + 1) < 4);
    }
    for (std::int64_t n = 719; n <= 745; ++n)
        CHECK(step(n) < 6);
    CHECK(difference(opened.picture(Frame{719}, 320, 180).value(),
                     opened.picture(Frame{744}, 320, 180).value()) > 12);
}

}  // namespace
