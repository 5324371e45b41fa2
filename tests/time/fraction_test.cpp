// SPDX-License-Identifier: MIT
#include <subs/time/fraction.h>

#include "catch.h"

#include <limits>

using namespace subs;

TEST_CASE("a number is read exactly in each of its three forms", "[time]") {
    CHECK(parseFraction("24").value() == Fraction(24));
    CHECK(parseFraction("-1.5").value() == Fraction(-3, 2));
    CHECK(parseFraction("41.708").value() == Fraction(10427, 250));
    CHECK(parseFraction("125125/3").value() == Fraction(125125, 3));
    CHECK(parseFraction("-30000/1001").value() == Fraction(-30000, 1001));
}

TEST_CASE("what is no number is said to be none", "[time]") {
    for (const char* text :
         {"", "-", "x", "1.", ".5x", "1/0", "1/", "1e3", "1 2", "1/2/3", "--1", "0x10"}) {
        INFO(text);
        REQUIRE_FALSE(parseFraction(text));
        CHECK(parseFraction(text).error().code == "time.bad-number");
    }
    CHECK_FALSE(parseFraction("1234567890123456789"));
}

TEST_CASE("a number is written as a decimal where that is exact and else as a fraction", "[time]") {
    CHECK(formatted(Fraction(24)) == "24");
    CHECK(formatted(Fraction(1001, 24)) == "1001/24");
    CHECK(formatted(Fraction(10427, 250)) == "41.708");
    CHECK(formatted(Fraction(-1, 2)) == "-0.5");
    CHECK(formatted(Fraction(-41, 8)) == "-5.125");
}

TEST_CASE("fractions of the largest numbers are compared right", "[time]") {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    CHECK(Fraction(kMost, kMost - 1) > Fraction(kMost - 1, kMost - 2 + 1));
    CHECK(Fraction(kMost - 1, kMost) < Fraction(1));
    CHECK(Fraction(-1, kMost) < Fraction(0));
}

TEST_CASE("a fraction is rounded down and to the nearest with ties up", "[time]") {
    CHECK(Fraction(-1, 2).floored() == -1);
    CHECK(Fraction(-1, 2).nearest() == 0);
    CHECK(Fraction(5, 2).nearest() == 3);
    CHECK(Fraction(7, 3).nearest() == 2);
}

TEST_CASE("milliseconds become flicks and come back", "[time]") {
    CHECK(timeFromMilliseconds(Fraction(1001, 24)).flicks() == 29'429'400);
    CHECK(exactMilliseconds(Time::fromFlicks(29'429'400)) == Fraction(1001, 24));
    CHECK(timeFromMilliseconds(Fraction(1, 705'600 * 2)).flicks() == 1);
}
