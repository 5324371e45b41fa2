// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/media/film.h>
#include <subs/media/film_library.h>
#include <subs/media/png.h>

#include "catch.h"
#include "folder.h"
#include "test_films.h"

#include <algorithm>

using namespace subs;
using namespace subs::media;
using testing::filmPath;

namespace {

Result<RenderedPicture> rendered(const PictureRequest& request) {
    return makeFilmLibrary()->rendered(request, {});
}

PictureRequest requestFor(const std::string& film, std::variant<Time, Frame> moment) {
    PictureRequest request;
    request.film = film.empty() ? std::filesystem::path() : filmPath(film);
    request.moment = moment;
    return request;
}

/// The picture in a PNG, read by ffmpeg.
Picture readPng(const std::string& png, int width, int height) {
    const testing::Folder folder;
    REQUIRE(writeFileAtomically(folder.path / "a.png", png));
    const std::string pixels =
        testing::outputOf("ffmpeg -v error -i '" + (folder.path / "a.png").string() +
                          "' -f rawvideo -pix_fmt bgra -");
    Picture picture{width, height, {pixels.begin(), pixels.end()}};
    REQUIRE(picture.pixels.size() == picture.stride() * static_cast<std::size_t>(height));
    return picture;
}

int numberIn(const Result<RenderedPicture>& result) {
    INFO((result ? std::string() : result.error().message));
    REQUIRE(result);
    return testing::burnedNumberOf(readPng(result->png, 320, 180));
}

Document hello() {
    Document document;
    document.language = "en";
    Cue cue;
    cue.id = document.newId();
    cue.start = Time::fromSeconds(1);
    cue.end = Time::fromSeconds(2);
    cue.text.plain = "Hello";
    document.cues.push_back(cue);
    return document;
}

}  // namespace

TEST_CASE("facts of a film are handed to the jobs", "[media][library]") {
    const auto facts = makeFilmLibrary()->facts(filmPath("late.mkv"), {});
    REQUIRE(facts);
    const Film film = testing::openFilm("late.mkv");
    CHECK(facts->container == "matroska,webm");
    CHECK(facts->streams.size() == 2);
    CHECK(facts->frameCount == 600);
    CHECK(facts->isConstantRate);
    CHECK(facts->hasAudio);
    CHECK(facts->width == 320);
    CHECK(facts->timeline.timeOf({7}) == film.timeline().timeOf({7}));
    CHECK(makeFilmLibrary()->facts(filmPath("missing.mp4"), {}).error().code == "io.not-found");
}

TEST_CASE("a frame is rendered by number and by time", "[media][library]") {
    CHECK(numberIn(rendered(requestFor("film.mp4", Frame{123}))) == 123);
    // Frame 48 of 24000/1001 begins at 2.002 s.
    CHECK(numberIn(rendered(requestFor("film.mp4", Time::fromMilliseconds(2002)))) == 48);
    CHECK(numberIn(rendered(requestFor("film.mp4", Time::fromMilliseconds(2001)))) == 47);
}

TEST_CASE("before a late picture begins the picture is black", "[media][library]") {
    const auto result = rendered(requestFor("late.mkv", Time::fromMilliseconds(100)));
    REQUIRE(result);
    CHECK(readPng(result->png, 320, 180).pixels == blackPicture(320, 180).pixels);
}

TEST_CASE("times can be counted from a late first frame", "[media][library]") {
    PictureRequest request = requestFor("late.mkv", Time());
    request.origin = FilmOrigin::FirstFrame;
    CHECK(numberIn(rendered(request)) == 0);
    request.moment = Time::fromMilliseconds(2002);
    CHECK(numberIn(rendered(request)) == 48);
    request.moment = Time::fromMilliseconds(2000);
    CHECK(numberIn(rendered(request)) == 47);
}

TEST_CASE("what is to be said of a damaged film comes with its picture", "[media][library]") {
    const auto result = rendered(requestFor("cut.mp4", Frame{3}));
    if (!result) FAIL(result.error().message);
    CHECK(result->diagnostics.empty());
    REQUIRE_FALSE(result->filmDiagnostics.empty());
    CHECK(result->filmDiagnostics[0].code == "media.truncated");
    const auto missing = rendered(requestFor("cut.mp4", Frame{590}));
    REQUIRE_FALSE(missing);
    CHECK(missing.error().message.find("shorter than its tables say") != std::string::npos);
}

TEST_CASE("a moment outside of the film is refused", "[media][library]") {
    CHECK(rendered(requestFor("film.mp4", Frame{600})).error().code == "media.no-frame");
    CHECK(rendered(requestFor("film.mp4", Time::fromSeconds(100))).error().code ==
          "media.no-frame");
    CHECK(rendered(requestFor("film.mp4", Time::fromSeconds(-1))).error().code == "media.no-frame");
    CHECK(rendered(requestFor("tone.m4a", Frame{0})).error().code == "media.no-frame");
    CHECK(rendered(requestFor("", Frame{0})).error().code == "media.no-frame");
}

TEST_CASE("subtitles are rendered on a plain picture of any size", "[media][library]") {
    const Document document = hello();
    PictureRequest request = requestFor("", Time::fromMilliseconds(1500));
    request.width = 640;
    request.height = 360;
    request.subtitles = &document;
    const auto with = rendered(request);
    REQUIRE(with);
    const Picture picture = readPng(with->png, 640, 360);
    CHECK(std::any_of(picture.pixels.begin(), picture.pixels.end(), [](auto byte) {
        return byte > 200 && byte < 255;
    }));
    request.moment = Time::fromMilliseconds(2500);
    CHECK(readPng(rendered(request)->png, 640, 360).pixels == blackPicture(640, 360).pixels);
    request.width = 0;
    CHECK(rendered(request).error().code == "media.no-picture");
}

TEST_CASE("a font that is replaced is a remark of the rendering", "[media][library]") {
    Document document = hello();
    document.styles.resize(1);
    document.styles[0].fontName = "No Such Font";
    PictureRequest request = requestFor("", Time::fromMilliseconds(1500));
    request.subtitles = &document;
    const auto result = rendered(request);
    REQUIRE(result);
    REQUIRE(result->diagnostics.size() == 1);
    CHECK(result->diagnostics[0].code == "media.font-substituted");
    CHECK(result->diagnostics[0].message.find("No Such Font") == 0);
}
