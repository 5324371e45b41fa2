// SPDX-License-Identifier: MIT
#include <subs/time/frame_timeline.h>

#include "catch.h"

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

using namespace subs;

namespace {

FrameRate rateOf(const char* text) {
    return parseFrameRate(text).value();
}

FrameTimeline listed(std::vector<std::int64_t> ms) {
    return FrameTimeline::fromTicks(std::move(ms), Fraction(1, 1000)).value();
}

}  // namespace

TEST_CASE("at one frame a second edges fall as in Aegisub", "[time]") {
    const FrameTimeline constant = FrameTimeline::constant(rateOf("1"));
    const FrameTimeline list = listed({0, 1000, 2000, 3000});
    for (const FrameTimeline& timeline : {constant, list}) {
        CHECK(timeline.startFrameAt(Fraction(0)) == Frame{0});
        CHECK(timeline.startFrameAt(Fraction(1)) == Frame{1});
        CHECK(timeline.startFrameAt(Fraction(1000)) == Frame{1});
        CHECK(timeline.startFrameAt(Fraction(1001)) == Frame{2});
        CHECK(timeline.endFrameAt(Fraction(0)) == Frame{-1});
        CHECK(timeline.endFrameAt(Fraction(1)) == Frame{0});
        CHECK(timeline.endFrameAt(Fraction(1000)) == Frame{0});
        CHECK(timeline.endFrameAt(Fraction(1001)) == Frame{1});
        CHECK(timeline.frameAt(Fraction(-1000)) == Frame{-1});
        CHECK(timeline.frameAt(Fraction(-1001)) == Frame{-2});
    }
}

TEST_CASE("a list of times answers for its own frames", "[time]") {
    const FrameTimeline timeline = listed({0, 40, 90, 100, 200});
    CHECK(timeline.millisecondsOf(Frame{2}) == Fraction(90));
    CHECK(timeline.frameAt(Fraction(899, 10)) == Frame{1});
    CHECK(timeline.frameAt(Fraction(90)) == Frame{2});
    CHECK(timeline.startFrameAt(Fraction(91)) == Frame{3});
    CHECK(timeline.endFrameAt(Fraction(91)) == Frame{2});
    CHECK(timeline.frameAt(Fraction(200)) == Frame{4});
    CHECK(timeline.frameCount() == 5);
    CHECK_FALSE(timeline.isConstant());
}

TEST_CASE("before and after a list frames go on at its average rate", "[time]") {
    const FrameTimeline timeline = listed({10, 20, 40, 110});  // a third of 100 ms a frame
    CHECK(timeline.millisecondsOf(Frame{4}) == Fraction(430, 3));
    CHECK(timeline.millisecondsOf(Frame{-1}) == Fraction(-70, 3));
    CHECK(timeline.frameAt(Fraction(430, 3)) == Frame{4});
    CHECK(timeline.startFrameAt(Fraction(430, 3)) == Frame{4});
    CHECK(timeline.endFrameAt(Fraction(430, 3)) == Frame{3});
    CHECK(timeline.frameAt(Fraction(143)) == Frame{3});
    CHECK(timeline.frameAt(Fraction(-70, 3)) == Frame{-1});
    CHECK(timeline.frameAt(Fraction(-71, 3)) == Frame{-2});
    CHECK(timeline.startFrameAt(Fraction(-71, 3)) == Frame{-1});
    CHECK(timeline.averageRate().framesPerSecond() == Fraction(30));  // within a tick
}

TEST_CASE("the average rate is the standard one that rounded stamps come from", "[time]") {
    // 24000/1001 as Matroska stores it: 1000 frames, to the millisecond.
    std::vector<std::int64_t> ms;
    for (std::int64_t n = 0; n < 1000; ++n)
        ms.push_back(Fraction(n * 1001, 24).nearest());
    CHECK(listed(ms).averageRate() == rateOf("23.976"));
    CHECK(listed({0, 50, 150, 300}).averageRate().framesPerSecond() == Fraction(10));
    CHECK(FrameTimeline::constant(rateOf("29.97")).averageRate() == rateOf("29.97"));
}

TEST_CASE("an average rate beyond what a rate can be is the nearest that can", "[time]") {
    const auto fast = FrameTimeline::fromTicks({0, 1, 2, 4}, Fraction(1, 1'000'000));
    CHECK(fast->averageRate().framesPerSecond() == Fraction(1000));
    const auto odd =
        FrameTimeline::fromTicks({0, 1'000'000'007, 3'000'000'001}, Fraction(1, 1'000'000'000));
    CHECK(odd->averageRate().framesPerSecond() == Fraction(2, 3));
    CHECK(odd->millisecondsOf(Frame{4}) == Fraction(6'000'000'002, 1'000'000));
}

TEST_CASE("a single time goes on at the rate that was given for it", "[time]") {
    const auto timeline = FrameTimeline::fromTicks({9000}, Fraction(1, 90'000), rateOf("25"));
    CHECK(timeline->millisecondsOf(Frame{0}) == Fraction(100));
    CHECK(timeline->millisecondsOf(Frame{2}) == Fraction(180));
    CHECK(timeline->frameAt(Fraction(139)) == Frame{0});
    CHECK(timeline->averageRate() == rateOf("25"));
}

TEST_CASE("a few rounded times go on at the nominal rate that explains them", "[time]") {
    const auto timeline =
        FrameTimeline::fromTicks({0, 42}, Fraction(1, 1000), rateOf("24")).value();
    CHECK(timeline.averageRate() == rateOf("24"));
    // 554 frames of 1000/24 ms after the last that is known.
    CHECK(timeline.millisecondsOf(Frame{555}) == Fraction(42 * 24 + 554 * 1000, 24));
    // 42 ms are two ticks more than a frame of 25 a second takes; 1001/24 ms are nearest to them.
    CHECK(FrameTimeline::fromTicks({0, 42}, Fraction(1, 1000), rateOf("25"))->averageRate() ==
          rateOf("23.976"));
}

TEST_CASE("a time base finer than flicks stays exact", "[time]") {
    const auto timeline = FrameTimeline::fromTicks({0, 512, 1025}, Fraction(1, 12288));
    CHECK(timeline->millisecondsOf(Frame{1}) == Fraction(125, 3));
    CHECK(timeline->frameAt(Fraction(125, 3)) == Frame{1});
    CHECK(timeline->millisecondsOf(Frame{2}) == Fraction(1025 * 125, 1536));
    CHECK(timeline->startFrameAt(Fraction(1025 * 125, 1536)) == Frame{2});
}

TEST_CASE("a list that is none is refused", "[time]") {
    CHECK(FrameTimeline::fromTicks({}, Fraction(1, 1000)).error().code == "time.no-frames");
    const auto twice = FrameTimeline::fromTicks({0, 40, 40}, Fraction(1, 1000));
    CHECK(twice.error().code == "time.not-ascending");
    CHECK(twice.error().message.find("frame 2 ") != std::string::npos);
    CHECK(FrameTimeline::fromTicks({0, 1}, Fraction(0)).error().code == "time.bad-time-base");
    CHECK(FrameTimeline::fromTicks({0, 1}, Fraction(1, 2'000'000'000'003)).error().code ==
          "time.bad-time-base");
}

TEST_CASE("ranges of rates are exact and the assumed rate goes on after them", "[time]") {
    const std::vector<RateRange> ranges = {{Frame{2}, Frame{3}, rateOf("30")},
                                           {Frame{4}, Frame{4}, rateOf("23.976")}};
    const auto timeline = FrameTimeline::fromRanges(rateOf("25"), ranges);
    REQUIRE(timeline);
    CHECK(timeline->millisecondsOf(Frame{2}) == Fraction(80));
    CHECK(timeline->millisecondsOf(Frame{3}) == Fraction(340, 3));
    CHECK(timeline->millisecondsOf(Frame{4}) == Fraction(440, 3));
    CHECK(timeline->millisecondsOf(Frame{5}) == Fraction(4521, 24));
    CHECK(timeline->millisecondsOf(Frame{6}) == Fraction(5481, 24));
    CHECK(timeline->millisecondsOf(Frame{-1}) == Fraction(-40));
    CHECK(timeline->averageRate() == rateOf("25"));
}

TEST_CASE("ranges whose rates have no common time base are right to the picosecond", "[time]") {
    const std::vector<RateRange> ranges = {{Frame{0}, Frame{99}, rateOf("23.976023")},
                                           {Frame{100}, Frame{199}, rateOf("29.970029")},
                                           {Frame{200}, Frame{299}, rateOf("17.982017")}};
    const auto timeline = FrameTimeline::fromRanges(rateOf("25"), ranges);
    const double ms = 100'000 / 23.976023 + 100'000 / 29.970029 + 100'000 / 17.982017;
    const Fraction found = timeline->millisecondsOf(Frame{300});
    const double millisecondsFound =
        static_cast<double>(found.numerator()) / static_cast<double>(found.denominator());
    CHECK(std::abs(millisecondsFound - ms) < 1e-8);  // as far as doubles tell
}

TEST_CASE("numbers at the end of what 64 bits hold do no harm", "[time]") {
    constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();
    for (const FrameTimeline& timeline :
         {FrameTimeline::constant(rateOf("1000")), listed({0, 10, 30})}) {
        CHECK(timeline.frameAt(Fraction(kMost)) > Frame{1'000'000'000'000});
        CHECK(timeline.endFrameAt(Fraction(-kMost)) < Frame{-1'000'000'000'000});
        CHECK(timeline.frameAt(Fraction(1, kMost)) == Frame{0});
        CHECK(timeline.startFrameAt(Fraction(1, kMost)) == Frame{1});
        CHECK(timeline.timeOf(Frame{kMost}) > Time::fromSeconds(1));
    }
}

TEST_CASE("frames can be counted from the first of them", "[time]") {
    const auto late = FrameTimeline::fromTicks({83, 125, 166}, Fraction(1, 1000));
    REQUIRE(late);
    const FrameTimeline moved = late->fromFirstFrame();
    CHECK(moved.millisecondsOf(Frame{0}) == Fraction(0));
    CHECK(moved.millisecondsOf(Frame{1}) == Fraction(42));
    CHECK(moved.millisecondsOf(Frame{2}) == Fraction(83));
    CHECK(moved.averageRate() == late->averageRate());
    CHECK(late->millisecondsOf(Frame{0}) == Fraction(83));
}
