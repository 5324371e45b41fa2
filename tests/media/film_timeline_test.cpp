// SPDX-License-Identifier: MIT
#include <subs/media/film.h>

#include "catch.h"
#include "test_films.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <string>
#include <vector>

using namespace subs;
using namespace subs::media;
using testing::filmPath;
using testing::openFilm;
using testing::outputOf;

namespace {

/// What ffprobe says of the picture stream's packets that are shown, in the order of time.
std::vector<std::int64_t> probedStamps(const std::string& name) {
    std::istringstream lines(outputOf(
        "ffprobe -v error -select_streams V:0 -show_entries packet=pts,flags -of csv=p=0 '" +
        filmPath(name).string() + "'"));
    std::vector<std::int64_t> stamps;
    for (std::string line; std::getline(lines, line);) {
        if (!line.empty() && line.find('D') == std::string::npos)
            stamps.push_back(std::stoll(line));
    }
    std::sort(stamps.begin(), stamps.end());
    return stamps;
}

/// ffprobe's value of one entry of the stream or container.
std::string probed(const std::string& name, const std::string& entry) {
    std::string text = outputOf("ffprobe -v error -select_streams V:0 -show_entries " + entry +
                                " -of csv=p=0 '" + filmPath(name).string() + "'");
    return text.substr(0, text.find_first_of("\n,"));
}

}  // namespace

TEST_CASE("the timeline is what ffprobe lists, from the container's start", "[media][film]") {
    const std::string name = GENERATE("silent.mp4",
                                      "film.mp4",
                                      "film.mkv",
                                      "primed.mkv",
                                      "late.mkv",
                                      "late.mp4",
                                      "edited.mp4",
                                      "uneven.mkv",
                                      "uneven.mp4",
                                      "open.mp4",
                                      "ten.mkv",
                                      "odd.webm",
                                      "film.ts");
    INFO(name);
    const Film film = openFilm(name);
    const auto stamps = probedStamps(name);
    REQUIRE(film.frameCount() == static_cast<std::int64_t>(stamps.size()));
    const Fraction timeBase = parseFraction(probed(name, "stream=time_base")).value();
    const double start = std::stod(probed(name, "format=start_time"));
    for (std::size_t n = 0; n < stamps.size(); ++n) {
        const double seconds = static_cast<double>(stamps[n]) *
                                   static_cast<double>(timeBase.numerator()) /
                                   static_cast<double>(timeBase.denominator()) -
                               start;
        const Time time = film.timeline().timeOf({static_cast<std::int64_t>(n)});
        // ffprobe prints the start in microseconds; a wrong frame is at least ten thousand of them
        // away.
        REQUIRE(std::abs(time.seconds() - seconds) < 7e-6);
    }
}

TEST_CASE("the table of an MP4 has not all presentation times and the timeline has",
          "[media][film]") {
    // Times of decoding, as the table has them: those of the last frames are not among them.
    std::istringstream lines(
        outputOf("ffprobe -v error -select_streams V:0 -show_entries packet=dts -of csv=p=0 '" +
                 filmPath("uneven.mp4").string() + "'"));
    std::vector<std::int64_t> decoding;
    for (std::string line; std::getline(lines, line);)
        if (!line.empty()) decoding.push_back(std::stoll(line));
    std::sort(decoding.begin(), decoding.end());
    const auto stamps = probedStamps("uneven.mp4");
    REQUIRE(decoding.size() == stamps.size());
    CHECK(decoding.back() < stamps.back());
    const Film film = openFilm("uneven.mp4");
    const Time length = film.timeline().timeOf({film.frameCount() - 1});
    // 90,000 ticks a second; the first frame is at 0.
    CHECK(length ==
          Time::fromFlicks((stamps.back() - stamps.front()) * (Time::kPerSecond / 90'000)));
}

TEST_CASE("frames without times are shown when ffmpeg shows them", "[media][film]") {
    const std::string name = GENERATE("part2.mpg", "part2.avi");
    INFO(name);
    const Film film = openFilm(name);
    std::istringstream lines(
        outputOf("ffprobe -v error -select_streams V:0 -show_entries "
                 "frame=best_effort_timestamp_time -of csv=p=0 '" +
                 filmPath(name).string() + "'"));
    const double start = std::stod(probed(name, "format=start_time"));
    std::int64_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.empty()) continue;
        // The last frame of an AVI comes out of the decoder without any time.
        if (line != "N/A")
            REQUIRE(std::abs(film.timeline().timeOf({number}).seconds() -
                             (std::stod(line) - start)) < 2e-5);
        ++number;
    }
    CHECK(number == film.frameCount());
}

TEST_CASE("times of frames are exact in the container's own time base", "[media][film]") {
    // 24000/1001 in an MP4 of 1/24000 s: frame n begins at n * 1001 / 24 ms.
    CHECK(openFilm("silent.mp4").timeline().millisecondsOf({24}) == Fraction(1001));
    CHECK(openFilm("silent.mp4").timeline().millisecondsOf({1}) == Fraction(1001, 24));
    // Matroska rounds to whole milliseconds.
    CHECK(openFilm("film.mkv").timeline().millisecondsOf({1}) == Fraction(42));
}

TEST_CASE("a picture that starts late is late in film time", "[media][film]") {
    CHECK(openFilm("late.mkv").timeline().timeOf({0}) > Time::fromMilliseconds(500));
    CHECK(openFilm("late.mp4").timeline().timeOf({0}) > Time::fromMilliseconds(500));
    CHECK(openFilm("film.mkv").timeline().timeOf({0}) == Time());
}

TEST_CASE("constant and variable rates are told apart", "[media][film]") {
    for (const char* name : {"silent.mp4", "film.mkv", "late.mkv", "primed.mkv", "film.ts"}) {
        INFO(name);
        CHECK(openFilm(name).isConstantRate());
    }
    CHECK_FALSE(openFilm("uneven.mkv").isConstantRate());
    CHECK_FALSE(openFilm("uneven.mp4").isConstantRate());
}

TEST_CASE("a film says what it holds", "[media][film]") {
    const Film film = openFilm("film.mp4");
    CHECK(film.info().hasVideo);
    CHECK(film.info().hasAudio);
    CHECK(film.info().width == 320);
    CHECK(film.info().height == 180);
    CHECK(std::abs(film.info().duration.seconds() - 25.025) < 0.01);  // 600 * 1001 / 24000
    CHECK(film.info().nominalRate == parseFrameRate("23.976").value());
    REQUIRE(film.info().streams.size() == 2);
    CHECK(film.info().streams[0].kind == "video");
    CHECK(film.info().streams[0].codec == "h264");
    CHECK(film.info().streams[1].codec == "aac");
    CHECK(film.diagnostics().empty());
}
