// SPDX-License-Identifier: MIT
#include <subs/time/frame_questions.h>

#include "catch.h"

#include <string>

using namespace subs;

namespace {

FrameTimeline timelineOf(const char* rate) {
    return FrameTimeline::constant(parseFrameRate(rate).value());
}

std::string ask(const std::string& question,
                const FrameTimeline& timeline,
                DropFrame drop = DropFrame::No) {
    return answerTo(question, timeline, drop).text;
}

}  // namespace

TEST_CASE("questions about times and frames are answered exactly", "[time]") {
    const FrameTimeline film = timelineOf("23.976");
    CHECK(ask("time 1", film) == "1001/24");
    CHECK(ask("time 3 exact", film) == "125.125");
    CHECK(ask("time 1000", film) == "125125/3");
    CHECK(ask("time 1 start", film) == "21");
    CHECK(ask("time 0 end", film) == "21");
    CHECK(ask("time 0 start", film) == "-21");
    CHECK(ask("time -1", film) == "-1001/24");
    CHECK(ask("frame 1001/24", film) == "1");
    CHECK(ask("frame 41.708", film) == "0");
    CHECK(ask("frame 42 start", film) == "2");
    CHECK(ask("frame 41 start", film) == "1");
    CHECK(ask("frame 1001/24 end", film) == "0");
    CHECK(ask("frame 125125/3 exact", film) == "1000");
    CHECK(ask("  frame\t0 \r", film) == "0");
}

TEST_CASE("questions about labels are answered with and without drop frame", "[time]") {
    const FrameTimeline film = timelineOf("29.97");
    CHECK(ask("smpte 1800", film, DropFrame::Yes) == "00:01:00;02");
    CHECK(ask("smpte 1800", film) == "00:01:00:00");
    CHECK(ask("smpte-frame 00:10:00;00", film, DropFrame::Yes) == "17982");
    CHECK(ask("smpte-frame 00:10:00:00", film) == "18000");
    CHECK(ask("smpte-frame 00:01:00;00", film, DropFrame::Yes) == "error");
}

TEST_CASE("no whole millisecond between two frames is an error", "[time]") {
    const auto timeline = parseTimecodeFile("# timecode format v2\n0\n0.25\n0.5\n1.5\n");
    REQUIRE(timeline);
    CHECK(ask("time 1 start", *timeline) == "error");
    CHECK(ask("time 1 end", *timeline) == "error");
    CHECK(ask("time 2 end", *timeline) == "1");
    CHECK(ask("time 3 start", *timeline) == "1");
    CHECK(ask("time 4", *timeline) == "2");
}

TEST_CASE("what is no question is an error", "[time]") {
    const FrameTimeline film = timelineOf("25");
    for (const char* question : {"",
                                 " ",
                                 "time",
                                 "time x",
                                 "time 1.0",
                                 "time 2/2",
                                 "time 1 middle",
                                 "time 1 start now",
                                 "frame",
                                 "frame x",
                                 "smpte 1 start",
                                 "smpte-frame 1",
                                 "shot 1",
                                 "TIME 1",
                                 "time 1000000000001",
                                 "frame 1000000000000001"}) {
        INFO(question);
        CHECK(ask(question, film) == "error");
    }
}

TEST_CASE("a start or end that was answered asks back to its frame", "[time][property]") {
    const FrameTimeline film = timelineOf("59.94");
    int wrong = 0;
    for (int n = -100; n < 20'000; ++n) {
        for (const char* sense : {" start", " end"}) {
            const std::string ms = ask("time " + std::to_string(n) + sense, film);
            if (ask("frame " + ms + sense, film) != std::to_string(n)) ++wrong;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("an answer says which frame it is about", "[time]") {
    const FrameTimeline film = timelineOf("25");
    CHECK(answerTo("time 7 start", film, DropFrame::No).frame == Frame{7});
    CHECK(answerTo("frame 400", film, DropFrame::No).frame == Frame{10});
    CHECK(answerTo("smpte -3", film, DropFrame::No).frame == Frame{-3});
    CHECK(answerTo("smpte-frame 00:00:01:00", film, DropFrame::No).frame == Frame{25});
    CHECK_FALSE(answerTo("what", film, DropFrame::No).frame);
}
