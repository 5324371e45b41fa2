// SPDX-License-Identifier: MIT
#include <subs/time/time.h>

#include "catch.h"

using namespace subs;

TEST_CASE("frames of 24000/1001 are whole flicks", "[time]") {
    STATIC_REQUIRE(Time::kPerSecond * 1001 % 24000 == 0);
}

TEST_CASE("rounding goes down below zero and ties go up", "[time]") {
    CHECK(Time::fromFlicks(-1).floorMilliseconds() == -1);
    CHECK(Time::fromFlicks(Time::kPerMillisecond / 2).nearestMilliseconds() == 1);
    CHECK(Time::fromFlicks(-Time::kPerMillisecond / 2).nearestMilliseconds() == 0);
    CHECK(Time::fromMilliseconds(1234).floorCentiseconds() == 123);
}
