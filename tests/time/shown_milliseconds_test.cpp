// SPDX-License-Identifier: MIT
#include "time/shown_milliseconds.h"

#include <subs/time/frame_rule.h>

#include "catch.h"

using namespace subs;

TEST_CASE("messages have milliseconds in decimals", "[time]") {
    CHECK(shownMilliseconds(Fraction(1500)) == "1500");
    CHECK(shownMilliseconds(Fraction(6001, 4)) == "1500.25");
    CHECK(shownMilliseconds(Fraction(53053, 12)) == "about 4421.083");
    CHECK(shownMilliseconds(Fraction(10814875, 3)) == "about 3604958.333");
    CHECK(shownMilliseconds(Fraction(-250, 3)) == "about -83.333");
    // Not told from 2123.456 ms by any time, which is the nearest flick to it.
    CHECK(shownMilliseconds(Fraction(749155277, 352800)) == "2123.456");
    CHECK(shownMilliseconds(exactMilliseconds(Time::fromFlicks(353))) == "about 0.001");
}

TEST_CASE("the error of a unit that is too long has no fractions", "[time]") {
    // 96 frames a second, and a unit of 40 ms: none lies between frame 2 and the one before.
    const auto timeline = FrameTimeline::fromTicks({0, 1, 2, 3}, Fraction(1, 96)).value();
    const auto none = unitsForFrame(timeline, Frame{2}, Edge::Start, Time::fromMilliseconds(40));
    REQUIRE_FALSE(none);
    CHECK(none.error().message ==
          "no multiple of 40 ms lies between the frame before it and frame 2, which begins at "
          "about 20.833 ms");
}
