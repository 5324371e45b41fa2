// SPDX-License-Identifier: MIT
#include <subs/media/film.h>

#include "catch.h"
#include "folder.h"
#include "test_films.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <random>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

using namespace subs;
using namespace subs::media;
using testing::burnedNumberOf;
using testing::openFilm;

namespace {

/// The films in which frame n carries the number n.
const std::vector<std::string> kNumbered = {"silent.mp4",
                                            "film.mp4",
                                            "film.mkv",
                                            "front.mp4",
                                            "primed.mkv",
                                            "late.mkv",
                                            "late.mp4",
                                            "uneven.mkv",
                                            "uneven.mp4",
                                            "open.mp4",
                                            "ten.mkv",
                                            "odd.webm",
                                            "hidden.webm",
                                            "film.ts",
                                            "part2.avi",
                                            "part2.mpg"};

/// How many random frames of each film are looked at, each with a step or a turn behind it.
int seeks() {
    const char* const asked = std::getenv("SUBS_SEEKS");
    return asked != nullptr ? std::atoi(asked) : 20;
}

int shownAt(Film& film, std::int64_t number) {
    const auto picture = film.picture({number});
    return picture ? burnedNumberOf(*picture) : -2;
}

/// How many of `count` random frames, each followed by a step or a turn, show another number.
int wrongSeeks(Film& film, int count, unsigned seed) {
    std::mt19937 random(seed);
    const auto last = static_cast<int>(film.frameCount()) - 1;
    std::uniform_int_distribution<int> anyFrame(0, last);
    std::uniform_int_distribution<int> anyStep(-3, 3);
    int wrong = 0;
    for (int i = 0; i < count; ++i) {
        const int target = anyFrame(random);
        const int near = std::clamp(target + anyStep(random), 0, last);
        for (const int number : {target, near, target})
            wrong += shownAt(film, number) == number ? 0 : 1;
    }
    return wrong;
}

}  // namespace

TEST_CASE("the frame shown is the frame asked for after any seek", "[media][film][seeks]") {
    const std::string name = GENERATE(from_range(kNumbered));
    INFO(name);
    Film film = openFilm(name);
    CHECK(wrongSeeks(film, seeks(), 2024) == 0);
}

TEST_CASE("every frame is shown when played forwards and backwards", "[media][film]") {
    const std::string name = GENERATE(from_range(kNumbered));
    INFO(name);
    Film film = openFilm(name);
    int wrong = 0;
    for (std::int64_t n = 0; n < film.frameCount(); ++n)
        wrong += shownAt(film, n) == n ? 0 : 1;
    CHECK(wrong == 0);
    for (std::int64_t n = film.frameCount() - 1; n >= 0; --n)
        wrong += shownAt(film, n) == n ? 0 : 1;
    CHECK(wrong == 0);
}

TEST_CASE("what was given up at any moment hurts no picture behind it", "[media][film]") {
    const std::string name = GENERATE("short.mp4", "film.mp4", "film.mkv", "film.ts", "part2.avi");
    INFO(name);
    Film film = openFilm(name);
    std::mt19937 random(7);
    const auto anyFrame = [&] {
        return static_cast<std::int64_t>(random() % static_cast<unsigned>(film.frameCount()));
    };
    for (int i = 0; i < 150; ++i) {
        std::stop_source stop;
        if (i % 2 == 0) stop.request_stop();
        const std::chrono::microseconds patience(random() % 2500);
        const std::jthread impatient([&] {
            std::this_thread::sleep_for(patience);
            stop.request_stop();
        });
        const std::int64_t first = anyFrame();
        const auto picture = film.picture({first}, 0, 0, stop.get_token());
        if (picture)
            REQUIRE(burnedNumberOf(*picture) == first);
        else
            REQUIRE(picture.error().code == "media.cancelled");
        const std::int64_t second = anyFrame();
        REQUIRE(shownAt(film, second) == second);
    }
}

TEST_CASE("a key frame lies on the way to a frame, unless that is near", "[media][film]") {
    // Keys are 250 frames apart.
    Film film = openFilm(GENERATE("film.mp4", "film.mkv"));
    CHECK(film.soonerFrame({300}) == Frame{250});
    CHECK(film.soonerFrame({599}) == Frame{500});
    CHECK_FALSE(film.soonerFrame({250}));
    CHECK_FALSE(film.soonerFrame({600}));
    CHECK_FALSE(film.soonerFrame({-1}));
    CHECK(shownAt(film, 250) == 250);
    CHECK(shownAt(film, 300) == 300);
    CHECK_FALSE(film.soonerFrame({300}));
    CHECK_FALSE(film.soonerFrame({310}));
    // Its key was passed already.
    CHECK_FALSE(film.soonerFrame({420}));
    CHECK(film.soonerFrame({100}) == Frame{0});
}

TEST_CASE("a film of 8K is looked at in the size of a window, and stepped back in",
          "[media][film][large]") {
    const testing::Folder folder;
    const std::string path = (folder.path / "large.mkv").string();
    // Frame n is n * 40 of 255 bright.
    testing::outputOf(
        "ffmpeg -v error -f lavfi -i \"color=black:s=96x54:r=24,geq=lum='N*40':cb=128:cr=128,"
        "setparams=range=pc,scale=7680:4320:flags=neighbor:in_range=pc:out_range=pc\" "
        "-frames:v 4 -pix_fmt yuv420p -color_range pc -c:v libx264 -preset ultrafast "
        "-qp 4 '" +
        path + "'");
    auto film = Film::open(path);
    REQUIRE(film);
    CHECK(film->info().width == 7680);
    REQUIRE(film->frameCount() == 4);
    for (const std::int64_t number : {3, 2, 1, 0, 2}) {
        const auto picture = film->picture({number}, 960, 960);
        REQUIRE(picture);
        CHECK(picture->width == 960);
        CHECK(picture->height == 540);
        CHECK(std::abs(picture->pixels[4000] - number * 40) <= 2);
    }
}

TEST_CASE("a film that begins inside another shows its own frames", "[media][film]") {
    Film film = openFilm("edited.mp4");
    const int first = shownAt(film, 0);
    REQUIRE(first > 0);
    std::mt19937 random(7);
    std::uniform_int_distribution<int> anyFrame(0, static_cast<int>(film.frameCount()) - 1);
    int wrong = 0;
    for (int i = 0; i < 100; ++i) {
        const int number = anyFrame(random);
        wrong += shownAt(film, number) == first + number ? 0 : 1;
    }
    CHECK(wrong == 0);
}

TEST_CASE("a picture is made to fit with its shape kept and never enlarged", "[media][film]") {
    Film film = openFilm("silent.mp4");
    const auto small = film.picture({77}, 160, 160);
    REQUIRE(small);
    CHECK(small->width == 160);
    CHECK(small->height == 90);
    CHECK(burnedNumberOf(*small) == 77);
    const auto large = film.picture({77}, 4000, 4000);
    REQUIRE(large);
    CHECK(large->width == 320);
    CHECK(large->height == 180);
}

TEST_CASE("sample aspect and rotation are applied", "[media][film]") {
    Film wide = openFilm("wide.mp4");
    CHECK(wide.info().width == 427);  // 320 * 4 / 3
    CHECK(wide.info().height == 180);
    CHECK(burnedNumberOf(*wide.picture({300})) == 300);

    Film turned = openFilm("turned.mp4");
    REQUIRE(turned.info().width == 180);
    REQUIRE(turned.info().height == 320);
    const Picture picture = *turned.picture({300});
    // A quarter turn anticlockwise, as ffprobe and ffmpeg's own rotation have it: stored (x, y) is
    // shown at (y, 319 - x).
    Picture back = blackPicture(320, 180);
    for (int y = 0; y < 180; ++y) {
        for (int x = 0; x < 320; ++x) {
            const auto from = static_cast<std::size_t>(319 - x) * picture.stride() +
                              static_cast<std::size_t>(y) * 4;
            const auto to =
                static_cast<std::size_t>(y) * back.stride() + static_cast<std::size_t>(x) * 4;
            std::copy_n(picture.pixels.begin() + static_cast<std::ptrdiff_t>(from),
                        4,
                        back.pixels.begin() + static_cast<std::ptrdiff_t>(to));
        }
    }
    CHECK(burnedNumberOf(back) == 300);
}

TEST_CASE("every pixel is opaque", "[media][film]") {
    Film film = openFilm("odd.webm");
    const Picture picture = *film.picture({5});
    REQUIRE(picture.width == 321);
    REQUIRE(picture.height == 181);
    int transparent = 0;
    for (std::size_t i = 3; i < picture.pixels.size(); i += 4)
        transparent += picture.pixels[i] == 255 ? 0 : 1;
    CHECK(transparent == 0);
}

TEST_CASE("colours are right by each matrix and range", "[media][film]") {
    const std::string name = GENERATE("sd_untagged.mp4",
                                      "hd_untagged.mp4",
                                      "sd_709.mp4",
                                      "hd_601.mp4",
                                      "full.mp4",
                                      "uhd_2020.mp4");
    INFO(name);
    Film film = openFilm(name);
    const Picture picture = *film.picture({2});
    const auto at = picture.stride() * static_cast<std::size_t>(picture.height / 2) +
                    static_cast<std::size_t>(picture.width / 2) * 4;
    INFO(int{picture.pixels[at + 2]} << ' ' << int{picture.pixels[at + 1]} << ' '
                                     << int{picture.pixels[at]});
    // 0x2060A0, within what 8 bits of each of Y, Cb and Cr can say.
    CHECK(std::abs(picture.pixels[at + 2] - 0x20) <= 3);
    CHECK(std::abs(picture.pixels[at + 1] - 0x60) <= 3);
    CHECK(std::abs(picture.pixels[at] - 0xA0) <= 3);
}

TEST_CASE("a frame outside the film is refused by number", "[media][film]") {
    Film film = openFilm("silent.mp4");
    for (const std::int64_t number : {std::int64_t{-1}, film.frameCount()}) {
        const auto picture = film.picture({number});
        REQUIRE_FALSE(picture);
        CHECK(picture.error().code == "media.no-frame");
    }
}

TEST_CASE("a request that is no longer wanted ends", "[media][film]") {
    Film film = openFilm("silent.mp4");
    std::stop_source stop;
    stop.request_stop();
    const auto picture = film.picture({400}, 0, 0, stop.get_token());
    REQUIRE_FALSE(picture);
    CHECK(picture.error().code == "media.cancelled");
    CHECK(shownAt(film, 400) == 400);
}
