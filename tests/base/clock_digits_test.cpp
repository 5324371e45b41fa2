// SPDX-License-Identifier: MIT
#include "base/clock_digits.h"

#include "catch.h"

#include <string>

using namespace subs;

namespace {

template <std::uint32_t PerSecond>
std::string spelt(std::uint64_t units, const ClockDigits& spelling) {
    std::string out = "at ";
    appendClockDigits<PerSecond>(out, units, spelling);
    return out;
}

}  // namespace

TEST_CASE("clocks are spelt with all their digits", "[base][clock]") {
    CHECK(spelt<1000>(0, {2, ',', true}) == "at 00:00:00,000");
    CHECK(spelt<1000>(3'723'045, {2, ',', true}) == "at 01:02:03,045");
    CHECK(spelt<1000>(359'999'999, {2, '.', true}) == "at 99:59:59.999");
    CHECK(spelt<1000>(360'000'000, {2, '.', true}) == "at 100:00:00.000");
    CHECK(spelt<100>(372'345, {1, '.', true}) == "at 1:02:03.45");
    CHECK(spelt<100>(3'600'000, {1, '.', true}) == "at 10:00:00.00");
    CHECK(spelt<10>(36'009, {2, '.', true}) == "at 01:00:00.9");
    CHECK(spelt<1>(86'399, {2, '.', true}) == "at 23:59:59");
    CHECK(spelt<1>(5, {4, '.', true}) == "at 0000:00:05");
    CHECK(spelt<100>(372'345, {2, '.', false}) == "at 62:03.45");
    CHECK(spelt<100>(0, {2, '.', false}) == "at 00:00.00");
}

TEST_CASE("the largest number of units has a clock too", "[base][clock]") {
    // 18,446,744,073,709,551,615 ms are 5,124,095,576,030 h, 25 min and 51.615 s.
    CHECK(spelt<1000>(~std::uint64_t{0}, {2, ',', true}) == "at 5124095576030:25:51,615");
    CHECK(spelt<1>(~std::uint64_t{0}, {2, ',', false}) == "at 307445734561825860:15");
}

TEST_CASE("digits are read where a pattern has zeros and nowhere else", "[base][clock]") {
    const auto digits = EightDigits::like("00:00,00", "12:34,56");
    REQUIRE(digits);
    CHECK(digits->two(0) == 12);
    CHECK(digits->two(3) == 34);
    CHECK(digits->one(6) == 5);
    CHECK(digits->two(6) == 56);
    const std::string good = "12:34,56";
    for (std::size_t at = 0; at < good.size(); ++at) {
        for (int byte = 0; byte < 256; ++byte) {
            std::string text = good;
            text[at] = static_cast<char>(byte);
            const bool isDigit = byte >= '0' && byte <= '9';
            const bool isRight = at == 2 || at == 5 ? text == good : isDigit;
            CAPTURE(text, at);
            CHECK(EightDigits::like("00:00,00", text).has_value() == isRight);
        }
    }
}
