// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/media/film.h>
#include <subs/media/film_cache.h>

#include "catch.h"
#include "folder.h"
#include "test_films.h"

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

using namespace subs;
using namespace subs::media;
using testing::burnedNumberOf;
using testing::filmPath;
using testing::openFilm;

namespace {

constexpr std::chrono::microseconds kAPacket{0};

/// A film of which next to nothing is read.
Film begunFilm(const std::string& name) {
    auto film = Film::open(filmPath(name), {{}, nullptr, kAPacket});
    REQUIRE(film);
    return *std::move(film);
}

/// The number that the frame on the screen at `time` carries.
int shownAt(Film& film, Time time) {
    const auto picture = film.pictureAt(time);
    REQUIRE(picture);
    return burnedNumberOf(*picture);
}

/// An open film whose file is the test's own.
struct OwnFilm {
    testing::Folder folder;
    std::filesystem::path path = folder.path / "film.mkv";
    Film film = opened(path);

    static Film opened(const std::filesystem::path& path) {
        std::filesystem::copy_file(filmPath("film.mkv"), path);
        auto film = Film::open(path);
        REQUIRE(film);
        return *std::move(film);
    }
};

}  // namespace

TEST_CASE("frames are added to a film behind those that are known", "[media][film][growth]") {
    const std::string name =
        GENERATE("film.mkv", "uneven.mkv", "film.ts", "ten.mkv", "late.mkv", "odd.webm");
    INFO(name);
    const Film whole = openFilm(name);
    Film film = begunFilm(name);
    CHECK_FALSE(film.isComplete());
    std::int64_t before = 0;
    double share = 0;
    while (!film.isComplete()) {
        REQUIRE(film.readOn(kAPacket));
        REQUIRE(film.frameCount() >= before);
        for (std::int64_t n = before; n < film.frameCount(); ++n)
            REQUIRE(film.timeline().timeOf({n}) == whole.timeline().timeOf({n}));
        before = film.frameCount();
        REQUIRE(film.indexedShare() >= share);
        share = film.indexedShare();
    }
    CHECK(share == 1);
    CHECK(film.frameCount() == whole.frameCount());
    CHECK(film.isConstantRate() == whole.isConstantRate());
    CHECK(film.diagnostics() == whole.diagnostics());
    CHECK(film.readOn(kAPacket));
}

TEST_CASE("a film is looked at anywhere before it is read", "[media][film][growth]") {
    const std::string name =
        GENERATE("film.mkv", "primed.mkv", "uneven.mkv", "film.ts", "late.mkv");
    INFO(name);
    const Film whole = openFilm(name);
    Film film = begunFilm(name);
    const std::int64_t count = whole.frameCount();
    for (std::int64_t step = 0; step < 12; ++step) {
        const Frame frame{(step * 97 + 31) % count};
        INFO("frame " << frame.number);
        const Time begin = whole.timeline().timeOf(frame);
        const Time end = whole.timeline().timeOf({frame.number + 1});
        CHECK(shownAt(film, begin) == frame.number);
        if (frame.number + 1 < count)
            CHECK(shownAt(film, end - Time::fromMilliseconds(1)) == frame.number);
        if (step == 6)
            while (film.frameCount() < count / 3)
                REQUIRE(film.readOn(kAPacket));
    }
    // What is known is shown by its number too, before and after.
    REQUIRE(film.frameCount() > 20);
    CHECK(burnedNumberOf(film.picture({20}).value()) == 20);
}

TEST_CASE("a film whose packets lack times is read whole before its frames are known",
          "[media][film][growth]") {
    Film film = begunFilm("part2.avi");
    const Film whole = openFilm("part2.avi");
    while (!film.isComplete()) {
        CHECK(film.frameCount() == 0);
        REQUIRE(film.readOn(std::chrono::milliseconds(1)));
    }
    REQUIRE(film.frameCount() == whole.frameCount());
    CHECK(burnedNumberOf(film.picture({100}).value()) == 100);
    CHECK(film.diagnostics() == whole.diagnostics());
}

TEST_CASE("a film that is taken away while it is open is looked at to its end",
          "[media][film][growth]") {
    OwnFilm own;
    CHECK(burnedNumberOf(own.film.picture({20}).value()) == 20);
    std::filesystem::remove(own.path);
    for (const std::int64_t number : {590, 3, 271})
        CHECK(burnedNumberOf(own.film.picture({number}).value()) == number);
}

TEST_CASE("a film that is cut short while it is open shows what is left and nothing else",
          "[media][film][growth]") {
    OwnFilm own;
    std::filesystem::resize_file(own.path, std::filesystem::file_size(own.path) / 2);
    int shown = 0;
    for (std::int64_t number = 5; number < 600; number += 37) {
        const auto picture = own.film.picture({number});
        if (!picture) {
            CHECK(picture.error().code == "media.no-frame");
            continue;
        }
        CHECK(burnedNumberOf(*picture) == number);
        ++shown;
    }
    // Half of the bytes is near half of the frames.
    CHECK(shown > 4);
    CHECK(shown < 13);
}

TEST_CASE(
    "a film that is still being written shows what was there when it was opened, and more later",
    "[media][film][growth]") {
    const testing::Folder folder;
    const auto path = folder.path / "film.ts";
    const auto bytes = readFile(filmPath("film.ts"));
    REQUIRE(bytes);
    REQUIRE(writeFileAtomically(path, std::string_view(*bytes).substr(0, bytes->size() / 2)));
    auto begun = Film::open(path);
    REQUIRE(begun);
    const std::int64_t before = begun->frameCount();
    CHECK(before > 100);
    CHECK(before < 600);
    std::ofstream(path, std::ios::binary | std::ios::app) << bytes->substr(bytes->size() / 2);
    for (const std::int64_t number : {before / 2, std::int64_t{7}, before - 20})
        CHECK(burnedNumberOf(begun->picture({number}).value()) == number);
    auto whole = Film::open(path);
    REQUIRE(whole);
    CHECK(whole->frameCount() == openFilm("film.ts").frameCount());
    CHECK(burnedNumberOf(whole->picture({590}).value()) == 590);
}

TEST_CASE("reading on can be stopped, and goes on", "[media][film][growth]") {
    Film film = begunFilm("film.mkv");
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = film.readOn(std::chrono::seconds(10), stop.get_token());
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == "media.cancelled");
    while (!film.isComplete())
        REQUIRE(film.readOn(std::chrono::milliseconds(5)));
    CHECK(film.frameCount() == openFilm("film.mkv").frameCount());
}

TEST_CASE("an index that was read bit by bit is kept whole", "[media][film][growth][cache]") {
    const testing::Folder folder;
    const FilmCache cache(folder.path);
    auto film = Film::open(filmPath("film.mkv"), {{}, &cache, kAPacket});
    REQUIRE(film);
    while (!film->isComplete())
        REQUIRE(film->readOn(std::chrono::milliseconds(5)));
    const auto again = Film::open(filmPath("film.mkv"), {{}, &cache, kAPacket});
    REQUIRE(again);
    CHECK(again->isComplete());
    CHECK(again->frameCount() == film->frameCount());
}
