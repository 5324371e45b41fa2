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
    CHECK(timelineOf({.rate = "23.976"}, nullptr).value()->millisecondsOf(Frame{24}) ==
          Fraction(1001));
    CHECK(timelineOf({.timecodes = file}, nullptr).value()->millisecondsOf(Frame{1}) ==
          Fraction(50));
    CHECK(timelineOf({.film = "film.mkv"}, &films).value()->millisecondsOf(Frame{1}) ==
          Fraction(40));
    CHECK_FALSE(timelineOf({}, nullptr).value().has_value());
}

TEST_CASE("frames that cannot be had are an error that names the file", "[job]") {
    const testing::Folder folder;
    const std::string file = (folder.path / "times.txt").string();
    REQUIRE(writeFileAtomically(file, "# timecode format v2\n0\nx\n"));
    testing::FakeFilms films;
    films.hasVideo = false;
    CHECK(timelineOf({.rate = "0"}, nullptr).error().code == "time.bad-rate");
    CHECK(timelineOf({.timecodes = file}, nullptr).error().message.find(file + ": line 3") == 0);
    CHECK(timelineOf({.timecodes = "/nowhere"}, nullptr).error().code == "io.not-found");
    CHECK(timelineOf({.film = "sound.mka"}, &films).error().code == "media.no-video");
    CHECK(timelineOf({.film = "missing"}, &films).error().code == "io.not-found");
}
