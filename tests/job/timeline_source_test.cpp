// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/job/timeline_source.h>

#include "catch.h"
#include "folder.h"
#include "job/fake_films.h"

#include <string>

using namespace subs;

TEST_CASE("frames come from a rate, a timecode file or a film", "[job]") {
    const testing::Folder folder;
    const std::string file = (folder.path / "times.txt").string();
    REQUIRE(writeFileAtomically(file, "# timecode format v2\n0\n50\n100\n"));
    testing::FakeFilms films;
    CHECK(knownFramesOf({.rate = "23.976"}, nullptr).value()->timeline.millisecondsOf(Frame{24}) ==
          Fraction(1001));
    CHECK(knownFramesOf({.timecodes = file}, nullptr).value()->timeline.millisecondsOf(Frame{1}) ==
          Fraction(50));
    CHECK(knownFramesOf({.film = "film.mkv"}, &films).value()->timeline.millisecondsOf(Frame{1}) ==
          Fraction(40));
    CHECK_FALSE(knownFramesOf({}, nullptr).value().has_value());
}

TEST_CASE("the frames of a film and of listed stamps end and those of a rate do not", "[job]") {
    const testing::Folder folder;
    const std::string listed = (folder.path / "v2.txt").string();
    const std::string ranges = (folder.path / "v1.txt").string();
    REQUIRE(writeFileAtomically(listed, "# timecode format v2\n0\n50\n100\n"));
    REQUIRE(writeFileAtomically(ranges, "# timecode format v1\nassume 25\n10,19,50\n"));
    testing::FakeFilms films;
    CHECK_FALSE(knownFramesOf({.rate = "25"}, nullptr).value()->end.has_value());
    CHECK_FALSE(knownFramesOf({.timecodes = ranges}, nullptr).value()->end.has_value());
    CHECK(knownFramesOf({.timecodes = listed}, nullptr).value()->end == Frame{3});
    const KnownFrames film = *knownFramesOf({.film = "film.mkv"}, &films).value();
    CHECK(film.end == Frame{2000});
    CHECK(film.source == "film.mkv");
    CHECK_FALSE(film.isCutShort);
}

TEST_CASE("a truncated film is known to be cut short and its remarks are handed on", "[job]") {
    testing::FakeFilms films;
    films.isTruncated = true;
    const KnownFrames frames = *knownFramesOf({.film = "film.mkv"}, &films).value();
    CHECK(frames.isCutShort);
    REQUIRE(frames.diagnostics.size() == 1);
    CHECK(frames.diagnostics[0].code == "media.truncated");
}

TEST_CASE("a film without a frame is refused with what is known of it", "[job]") {
    testing::FakeFilms films;
    films.frames = 0;
    films.isPictureless = true;
    const Error error = knownFramesOf({.film = "film.mkv"}, &films).error();
    CHECK(error.code == "media.no-video");
    CHECK(error.message == "film.mkv has no picture, and so no frames: it is cut before");
}

TEST_CASE("frames that cannot be had are an error that names the file", "[job]") {
    const testing::Folder folder;
    const std::string file = (folder.path / "times.txt").string();
    REQUIRE(writeFileAtomically(file, "# timecode format v2\n0\nx\n"));
    testing::FakeFilms films;
    films.hasVideo = false;
    CHECK(knownFramesOf({.rate = "0"}, nullptr).error().code == "time.bad-rate");
    const Error timecodes = knownFramesOf({.timecodes = file}, nullptr).error();
    CHECK(timecodes.file == file);
    CHECK(timecodes.line == 3);
    CHECK(knownFramesOf({.timecodes = "/nowhere"}, nullptr).error().code == "io.not-found");
    CHECK(knownFramesOf({.film = "sound.mka"}, &films).error().code == "media.no-video");
    CHECK(knownFramesOf({.film = "missing"}, &films).error().code == "io.not-found");
}
