// SPDX-License-Identifier: MIT
#include <subs/time/frame_rate.h>

#include "catch.h"

using namespace subs;

TEST_CASE("customary decimals mean the rates of NTSC and others are literal", "[time]") {
    const auto rate = [](const char* text) {
        return parseFrameRate(text).value().framesPerSecond();
    };
    CHECK(rate("23.976") == Fraction(24000, 1001));
    CHECK(rate("23.98") == Fraction(24000, 1001));
    CHECK(rate("29.97") == Fraction(30000, 1001));
    CHECK(rate("47.952") == Fraction(48000, 1001));
    CHECK(rate("59.94") == Fraction(60000, 1001));
    CHECK(rate("119.88") == Fraction(120000, 1001));
    CHECK(rate("23.9760") == Fraction(24000, 1001));
    CHECK(rate("23.976024") == Fraction(2997003, 125000));
    CHECK(rate("25") == Fraction(25));
    CHECK(rate("12.5") == Fraction(25, 2));
    CHECK(rate("30000/1001") == Fraction(30000, 1001));
}

TEST_CASE("an impossible frame rate is refused", "[time]") {
    for (const char* text : {"0", "-25", "1001", "0/1", "1/1000001"}) {
        INFO(text);
        REQUIRE_FALSE(parseFrameRate(text));
        CHECK(parseFrameRate(text).error().code == "time.bad-rate");
    }
    CHECK(parseFrameRate("fast").error().code == "time.bad-number");
}

TEST_CASE("time codes count whole frames and drop some at two rates alone", "[time]") {
    CHECK(parseFrameRate("23.976")->nominal() == 24);
    CHECK(parseFrameRate("59.94")->nominal() == 60);
    CHECK(parseFrameRate("25")->nominal() == 25);
    CHECK(parseFrameRate("29.97")->allowsDropFrame());
    CHECK(parseFrameRate("59.94")->allowsDropFrame());
    CHECK_FALSE(parseFrameRate("23.976")->allowsDropFrame());
    CHECK_FALSE(parseFrameRate("30")->allowsDropFrame());
}
