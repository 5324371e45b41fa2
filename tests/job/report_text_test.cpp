// SPDX-License-Identifier: MIT
#include <subs/job/convert.h>
#include <subs/job/report_text.h>

#include "catch.h"
#include "job/fake_films.h"

#include <string>

using namespace subs;

namespace {

LossReport lossy() {
    LossReport losses;
    losses.add("karaoke", LossSeverity::Dropped, CueId{2}, "\\k30", "");
    losses.add("karaoke", LossSeverity::Dropped, CueId{4}, "\\k20", "");
    losses.add("margins", LossSeverity::Approximated, CueId{1}, "10", "0");
    return losses;
}

}  // namespace

TEST_CASE("a loss is told in a sentence with its first cue", "[job]") {
    const LossReport losses = lossy();
    const Diagnostic karaoke = lossDiagnostic(losses.items[0]);
    CHECK(karaoke.severity == Severity::Warning);
    CHECK(karaoke.code == "loss.karaoke");
    CHECK(karaoke.message == "karaoke is dropped twice, first in cue 2");
    CHECK(lossDiagnostic(losses.items[1]).message ==
          "margins are approximated once, first in cue 1");
}

TEST_CASE("a loss report lists the cues and what is written instead", "[job]") {
    const LossReport losses = lossy();
    const std::string text = lossReportText(losses, "a.ass");
    CHECK(text.find("a.ass: karaoke is dropped twice\n    cues: 2, 4\n    first: \\k30\n") == 0);
    CHECK(text.find("    written instead: 0\n") != std::string::npos);
    CHECK(lossReportText({}, "a.ass") == "a.ass: nothing is lost\n");
}

TEST_CASE("a loss report names what is lost and is not about cues", "[job]") {
    LossReport losses;
    for (const char* font : {"a.ttf", "b.ttf", "c.ttf"})
        losses.add("attachment", LossSeverity::Dropped, {}, font, {});
    CHECK(
        lossReportText(losses, "a.ass") ==
        "a.ass: attachment is dropped 3 times\n    first: a.ttf\n    also: b.ttf\n    also: c.ttf\n");
}

TEST_CASE("a loss is told at the line of its first cue", "[job]") {
    ConvertOptions options;
    options.format = formatNamed("ass");
    const auto result =
        converted("1\n00:00:01,000 --> 00:00:02,000\nx\n\n2\n00:00:02,001 --> 00:00:03,000\ny\n",
                  "a.srt",
                  options);
    REQUIRE(result);
    REQUIRE(result->losses.items.size() == 1);
    const Diagnostic told = lossDiagnostic(result->losses.items[0]);
    CHECK(told.line == 5);
    CHECK(told.severity == Severity::Info);
    CHECK(told.message.find("once, first in cue 2") != std::string::npos);
}

TEST_CASE("a film is told with its frames and streams", "[job]") {
    testing::FakeFilms films;
    const std::string text = filmText(films.facts("film.mkv", {}).value(), "film.mkv");
    CHECK(text.find(
              "640 × 360, 2000 frames, 25 frames a second, constant rate, first frame at 0 ms") !=
          std::string::npos);
    CHECK(text.find("stream 1: audio, aac, khm, Stereo") != std::string::npos);
    CHECK(text.find("note: ") == std::string::npos);
}

TEST_CASE("a film without a frame is told without a rate", "[job]") {
    testing::FakeFilms films;
    films.frames = 0;
    const FilmFacts facts = films.facts("film.mkv", {}).value();
    const std::string text = filmText(facts, "film.mkv");
    CHECK(text.find("  video: 640 × 360, no frame is there\n") != std::string::npos);
    CHECK(text.find("rate") == std::string::npos);
}

TEST_CASE("a film whose picture begins late is told to need text of its own", "[job]") {
    testing::FakeFilms films;
    FilmFacts facts = films.facts("film.mkv", {}).value();
    facts.timeline = FrameTimeline::fromTicks({20, 60, 100}, Fraction(1, 1000)).value();
    CHECK(filmText(facts, "film.mkv").find("note: ") == std::string::npos);  // half a frame
    facts.timeline = FrameTimeline::fromTicks({21, 61, 101}, Fraction(1, 1000)).value();
    CHECK(filmText(facts, "film.mkv").find("fits this file only") != std::string::npos);
}
