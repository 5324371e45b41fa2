// SPDX-License-Identifier: MIT
#include <subs/media/film.h>

#include "catch.h"
#include "folder.h"
#include "test_films.h"

#include <algorithm>
#include <filesystem>
#include <string>

using namespace subs;
using namespace subs::media;
using testing::burnedNumberOf;
using testing::filmPath;
using testing::openFilm;

namespace {

Error openingError(const std::filesystem::path& path) {
    const auto film = Film::open(path);
    return film ? Error{"opened", ""} : film.error();
}

bool hasDiagnostic(const Film& film, const std::string& code) {
    return std::any_of(film.diagnostics().begin(), film.diagnostics().end(), [&](const auto& d) {
        return d.code == code;
    });
}

}  // namespace

TEST_CASE("what is no film is refused by name and reason", "[media][film]") {
    const auto [name, code, reason] = GENERATE(table<std::string, std::string, std::string>({
        {"missing.mp4", "io.not-found", "there is no such file or folder"},
        {"", "io.failed", "it is a folder"},
        {"empty.mp4", "media.unreadable", "it is empty"},
        {"noise.mp4",
         "media.unreadable",
         "it is not a media file, or it was cut off before its tables"},
        {"headless.mp4",
         "media.unreadable",
         "it is not a media file, or it was cut off before its tables"},
        {"words.txt", "media.unreadable", "it holds neither pictures nor sound"},
        {"words.srt", "media.unreadable", "it holds neither pictures nor sound"},
        {"nothing.mkv",
         "media.unreadable",
         "it holds no picture and no sound; the film is cut short before its first picture"},
    }));
    INFO(name);
    const Error error = openingError(filmPath(name));
    INFO(error.message);
    CHECK(error.code == code);
    CHECK(error.message.find(reason) != std::string::npos);
    CHECK(error.message.find(filmPath(name).string()) != std::string::npos);
}

TEST_CASE("noise without an ending that names a format is refused", "[media][film]") {
    CHECK(openingError(filmPath("noise.bin")).code == "media.unreadable");
}

TEST_CASE("a device is refused without waiting for it", "[media][film]") {
    CHECK(openingError("/dev/zero").message == "cannot open /dev/zero: it is not a plain file");
}

TEST_CASE("a film cut short shows what is there and says so", "[media][film]") {
    const std::string name = GENERATE("cut.mp4", "cut.mkv");
    INFO(name);
    Film film = openFilm(name);
    CHECK(hasDiagnostic(film, "media.truncated"));
    REQUIRE(film.frameCount() > 100);
    REQUIRE(film.frameCount() < 500);
    CHECK(burnedNumberOf(*film.picture({100})) == 100);
}

TEST_CASE("a film cut before its first picture opens and tells that nothing can be shown",
          "[media][film]") {
    const Film film = openFilm("pictureless.mkv");
    CHECK(film.info().hasVideo);
    CHECK(film.frameCount() == 0);
    CHECK(hasDiagnostic(film, "media.truncated"));
    CHECK(hasDiagnostic(film, "media.no-frames"));
    const auto shown = film.checkCanBeShown();
    REQUIRE_FALSE(shown);
    CHECK(shown.error().code == "media.no-frames");
    CHECK(shown.error().message == "cannot show " + filmPath("pictureless.mkv").string() +
                                       ": the film is cut short before its first picture");
    CHECK(openFilm("film.mkv").checkCanBeShown());
    CHECK(openFilm("counted.wav").checkCanBeShown());
}

TEST_CASE("a damaged stretch is said to be one and hurts no frame behind the next key",
          "[media][film]") {
    Film film = openFilm("scratched.mp4");
    REQUIRE(film.frameCount() > 200);
    int right = 0;
    int rightAtBothEnds = 0;
    const std::int64_t count = film.frameCount();
    for (std::int64_t n = 0; n < count; ++n) {
        const auto picture = film.picture({n});
        const bool isRight = picture && burnedNumberOf(*picture) == n;
        right += isRight ? 1 : 0;
        rightAtBothEnds += isRight && (n < 100 || n >= count - 100) ? 1 : 0;
    }
    CHECK(rightAtBothEnds == 200);
    CHECK(right > 230);
    CHECK(hasDiagnostic(film, "media.damaged"));
}

TEST_CASE("of two frames of one time the first is kept and the others keep theirs",
          "[media][film]") {
    Film film = openFilm("equal.mkv");
    CHECK(film.frameCount() == 599);
    CHECK(hasDiagnostic(film, "media.equal-times"));
    CHECK(burnedNumberOf(*film.picture({0})) == 0);
    CHECK(burnedNumberOf(*film.picture({598})) == 599);
}

TEST_CASE("a picture stream without frames is said to be one", "[media][film]") {
    Film film = openFilm("no_frames.mkv");
    CHECK(film.frameCount() == 0);
    CHECK(hasDiagnostic(film, "media.no-frames"));
    CHECK(film.picture({0}).error().code == "media.no-frame");
}

TEST_CASE("sound alone opens without frames", "[media][film]") {
    const std::string name = GENERATE("tone.m4a", "cover.m4a", "counted.mka");
    INFO(name);
    Film film = openFilm(name);
    CHECK_FALSE(film.info().hasVideo);
    CHECK(film.info().hasAudio);
    CHECK(film.frameCount() == 0);
    CHECK(film.picture({0}).error().code == "media.no-frame");
}

TEST_CASE("pictures alone open without sound", "[media][film]") {
    const Film film = openFilm("silent.mp4");
    CHECK(film.info().hasVideo);
    CHECK_FALSE(film.info().hasAudio);
}

TEST_CASE("names with spaces, Khmer letters and signs of FFmpeg are names", "[media][film]") {
    const testing::Folder folder;
    for (const char* name : {"ភាពយន្ត ១.mp4", "http:%41?b#c.mp4", "-i.mp4", "'quoted'.mp4"}) {
        INFO(name);
        std::filesystem::copy_file(filmPath("silent.mp4"), folder.path / name);
        const auto film = Film::open(folder.path / name);
        REQUIRE(film);
        CHECK(film->frameCount() == 600);
    }
}

TEST_CASE("opening can be cancelled", "[media][film]") {
    std::stop_source stop;
    stop.request_stop();
    const auto film = Film::open(filmPath("film.mp4"), {stop.get_token(), nullptr, {}});
    REQUIRE_FALSE(film);
    CHECK(film.error().code == "media.cancelled");
}

TEST_CASE("frames without times are counted and said to be so", "[media][film]") {
    const Film film = openFilm("part2.avi");
    CHECK(film.frameCount() == 300);
    CHECK(hasDiagnostic(film, "media.no-times"));
}
