// SPDX-License-Identifier: MIT
#include <subs/time/clock.h>
#include <subs/time/time_map.h>

#include "catch.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <random>
#include <vector>

using namespace subs;

namespace {

Time second(std::int64_t s) {
    return Time::fromSeconds(s);
}

Error faultOf(const std::vector<AnchorPoint>& points) {
    const auto map = TimeMap::through(points);
    REQUIRE_FALSE(map);
    return map.error();
}

}  // namespace

TEST_CASE("a shift moves all moments alike", "[time]") {
    const TimeMap map = TimeMap::shift(Time::fromMilliseconds(-1500));
    CHECK(map.at(second(10)) == Time::fromMilliseconds(8500));
    CHECK(map.at(Time()) == Time::fromMilliseconds(-1500));
    CHECK(map.keepsLengths());
}

TEST_CASE("an hour at 25 frames a second takes 1:02:33.75 at 23.976", "[time]") {
    const TimeMap map = TimeMap::scale(Fraction(25 * 1001, 24000)).value();
    CHECK(clockText(map.at(second(3600))) == "01:02:33.750");
    CHECK_FALSE(map.keepsLengths());
    const TimeMap about = TimeMap::scale(Fraction(2), second(10)).value();
    CHECK(about.at(second(10)) == second(10));
    CHECK(about.at(second(11)) == second(12));
    CHECK(about.at(second(4)) == second(-2));
}

TEST_CASE("the nearest flick is taken, ties up", "[time]") {
    const TimeMap half = TimeMap::scale(Fraction(1, 2)).value();
    CHECK(half.at(Time::fromFlicks(1)) == Time::fromFlicks(1));
    CHECK(half.at(Time::fromFlicks(-1)) == Time::fromFlicks(0));
    CHECK(half.at(Time::fromFlicks(3)) == Time::fromFlicks(2));
}

TEST_CASE("moments go along lines through their anchors, and on beyond them", "[time]") {
    const std::vector<AnchorPoint> points{
        {second(20), second(30)}, {second(10), second(12)}, {second(40), second(40)}};
    const TimeMap map = TimeMap::through(points).value();
    CHECK(map.at(second(10)) == second(12));
    CHECK(map.at(second(15)) == second(21));
    CHECK(map.at(second(20)) == second(30));
    CHECK(map.at(second(30)) == second(35));
    CHECK(map.at(second(40)) == second(40));
    CHECK(map.at(second(0)) == second(-6));
    CHECK(map.at(second(60)) == second(50));
}

TEST_CASE("anchors that make no rising line are refused", "[time]") {
    CHECK(faultOf({}).code == "time.bad-anchors");
    CHECK(faultOf({{second(1), second(1)}}).code == "time.bad-anchors");
    CHECK(faultOf({{second(1), second(1)}, {second(1), second(2)}}).message ==
          "two points are at 00:00:01.000");
    CHECK(
        faultOf({{second(1), second(5)}, {second(2), second(5)}}).message ==
        "the point at 00:00:02.000 goes to 00:00:05.000, which is not after 00:00:05.000, where the "
        "one before it goes");
    CHECK(TimeMap::scale(Fraction(0)).error().code == "time.bad-scale");
    CHECK(TimeMap::scale(Fraction(-1)).error().code == "time.bad-scale");
}

TEST_CASE("what is earlier stays earlier, and no time is too large", "[time]") {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    std::mt19937_64 random(4);
    for (int round = 0; round < 200; ++round) {
        std::vector<AnchorPoint> points;
        Time from;
        Time to;
        for (int i = 0; i < 4; ++i) {
            points.push_back({from, to});
            from += Time::fromFlicks(1 + static_cast<std::int64_t>(random() % (1U << 30U)));
            to += Time::fromFlicks(1 + static_cast<std::int64_t>(random() % (1U << 30U)));
        }
        const TimeMap map = TimeMap::through(points).value();
        std::vector<Time> times{Time::fromFlicks(-kMost), Time::fromFlicks(kMost)};
        for (int i = 0; i < 50; ++i)
            times.push_back(Time::fromFlicks(static_cast<std::int64_t>(random() >> 1U)));
        std::ranges::sort(times);
        for (std::size_t i = 1; i < times.size(); ++i)
            REQUIRE(map.at(times[i - 1]) <= map.at(times[i]));
    }
}
