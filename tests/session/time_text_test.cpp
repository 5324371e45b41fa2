// SPDX-License-Identifier: MIT
#include <subs/session/time_text.h>

#include "catch.h"

#include <vector>

using namespace subs;
using namespace subs::session;

TEST_CASE("times are written as hours, minutes, seconds and milliseconds", "[session][time]") {
    CHECK(millisecondText(Time()) == "00:00:00.000");
    CHECK(millisecondText(Time::fromMilliseconds(3'723'004)) == "01:02:03.004");
    CHECK(millisecondText(Time::fromMilliseconds(360'000'000)) == "100:00:00.000");
    CHECK(millisecondText(Time::fromMilliseconds(-1500)) == "-00:00:01.500");
}

TEST_CASE("edges are written as frames where the film is known", "[session][time]") {
    const FrameTimeline timeline = FrameTimeline::constant(parseFrameRate("24").value());
    CHECK(edgeText(Time::fromSeconds(1), Edge::Start, nullptr) == "00:00:01.000");
    CHECK(edgeText(Time::fromSeconds(1), Edge::Start, &timeline) == "00:00:01:00");
    // A cue from frame 24 to frame 47: the first frame that is not shown is 48.
    CHECK(edgeText(Time::fromSeconds(2), Edge::End, &timeline) == "00:00:02:00");
}

TEST_CASE("labels count at the nominal rate although a list of times is rounded",
          "[session][time]") {
    std::vector<std::int64_t>
        ticks;  // 24 frames a second in whole milliseconds, as Matroska has them.
    for (int i = 0; i < 1000; ++i)
        ticks.push_back((i * 1000 + 12) / 24);
    ticks.back() -= 1;
    const FrameTimeline timeline = FrameTimeline::fromTicks(ticks, Fraction(1, 1000)).value();
    CHECK(frameText(Frame{48}, timeline) == "00:00:02:00");
    CHECK(frameText(Frame{24}, FrameTimeline::constant(parseFrameRate("23.976").value())) ==
          "00:00:01:00");
    CHECK(frameText(Frame{30}, FrameTimeline::constant(parseFrameRate("29.97").value())) ==
          "00:00:01:00");
}

TEST_CASE("durations are seconds with two decimals", "[session][time]") {
    CHECK(durationText(Time::fromMilliseconds(4500)) == "4.50");
    CHECK(durationText(Time::fromMilliseconds(-250)) == "-0.25");
}

TEST_CASE("a length in seconds leaves out what is less", "[session][time]") {
    CHECK(secondText(subs::Time::fromMilliseconds(80'080)) == "00:01:20");
    CHECK(secondText(subs::Time::fromMilliseconds(2'568'999)) == "00:42:48");
}
