// SPDX-License-Identifier: MIT
#include <subs/time/clock.h>

#include "catch.h"

#include <string>

using namespace subs;

TEST_CASE("a moment is read as people type it", "[time]") {
    CHECK(parseClock("1:02:03.456") == Time::fromMilliseconds(3'723'456));
    CHECK(parseClock("01:02:03,456") == Time::fromMilliseconds(3'723'456));
    CHECK(parseClock("02:03.5") == Time::fromMilliseconds(123'500));
    CHECK(parseClock("90:00") == Time::fromSeconds(5400));
    CHECK(parseClock("3723.456") == Time::fromMilliseconds(3'723'456));
    CHECK(parseClock("90s") == Time::fromSeconds(90));
    CHECK(parseClock("1500ms") == Time::fromMilliseconds(1500));
    CHECK(parseClock("0.12345678901234567") == Time::fromFlicks(87'111'110));
    for (const std::string bad : {"",
                                  "x",
                                  "1:60:00",
                                  "1:02:60",
                                  "-1",
                                  "-0:00:01",
                                  "-00:00:00.500",
                                  "1:-0:00",
                                  "+1",
                                  "1::2",
                                  "1:2:3:4",
                                  "1e9",
                                  "s",
                                  "-1s"}) {
        CAPTURE(bad);
        REQUIRE_FALSE(parseClock(bad));
        CHECK(parseClock(bad).error().code == "time.bad-clock");
    }
}

TEST_CASE("a length of time goes forth and back, with a unit or as a clock", "[time]") {
    CHECK(parseDuration("1.5s") == Time::fromMilliseconds(1500));
    CHECK(parseDuration("+250ms") == Time::fromMilliseconds(250));
    CHECK(parseDuration("-250ms") == Time::fromMilliseconds(-250));
    CHECK(parseDuration("-0:01:02.5") == Time::fromMilliseconds(-62'500));
    CHECK(parseDuration("2") == Time::fromSeconds(2));
    CHECK(parseDuration("1001/24000s") == Time::fromFlicks(29'429'400));
    for (const std::string bad : {"", "s", "-", "--1s", "1.5m", "1 s", "99999999999s"}) {
        CAPTURE(bad);
        CHECK_FALSE(parseDuration(bad));
    }
}

TEST_CASE("a time is told as on a clock", "[time]") {
    CHECK(clockText(Time::fromMilliseconds(3'723'456)) == "01:02:03.456");
    CHECK(clockText(Time::fromMilliseconds(-1)) == "-00:00:00.001");
    CHECK(clockText(Time::fromSeconds(360'000)) == "100:00:00.000");
}
