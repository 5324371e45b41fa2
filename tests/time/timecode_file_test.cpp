// SPDX-License-Identifier: MIT
#include <subs/time/frame_timeline.h>

#include "catch.h"

#include <string>

using namespace subs;

namespace {

/// Checks that `text` is refused with a message about line `line`.
void checkRefused(const std::string& text, int line) {
    INFO(text);
    const auto timeline = parseTimecodeFile(text);
    REQUIRE_FALSE(timeline);
    CHECK(timeline.error().code == "time.bad-timecode-file");
    CHECK(timeline.error().line == static_cast<std::uint32_t>(line));
    CHECK_FALSE(timeline.error().message.empty());
}

}  // namespace

TEST_CASE("a version 2 file is exact and begins at 0", "[time]") {
    const auto timeline = parseTimecodeFile(
        "# timecode format v2\n1000\n1041.708\r\n# a remark\n\n1083.417\n1125.125");
    REQUIRE(timeline);
    CHECK(timeline->millisecondsOf(Frame{0}) == Fraction(0));
    CHECK(timeline->millisecondsOf(Frame{1}) == Fraction(41708, 1000));
    CHECK(timeline->millisecondsOf(Frame{2}) == Fraction(83417, 1000));
    CHECK(timeline->frameCount() == 4);
    CHECK(timeline->frameAt(Fraction(41707, 1000)) == Frame{0});
    CHECK(timeline->frameAt(Fraction(41708, 1000)) == Frame{1});
    CHECK(timeline->millisecondsOf(Frame{4}) == Fraction(125125 * 4, 3000));
    CHECK(timeline->averageRate() == parseFrameRate("23.976").value());
}

TEST_CASE("nine decimals are kept and more are rounded to the picosecond", "[time]") {
    const auto timeline =
        parseTimecodeFile("# timestamp format v2\n0\n41.708333333\n83.41666666666667\n");
    REQUIRE(timeline);
    CHECK(timeline->millisecondsOf(Frame{1}) == Fraction(41'708'333'333, 1'000'000'000));
    CHECK(timeline->millisecondsOf(Frame{2}) == Fraction(83'416'666'667, 1'000'000'000));
}

TEST_CASE("a version 1 file gives ranges of frames their own rates", "[time]") {
    const auto timeline = parseTimecodeFile(
        "\xEF\xBB\xBF# timecode format v1\nAssume 25\n# from, to, rate\n10,19,50\n30, 39, 29.97\n");
    REQUIRE(timeline);
    CHECK(timeline->millisecondsOf(Frame{10}) == Fraction(400));
    CHECK(timeline->millisecondsOf(Frame{20}) == Fraction(600));
    CHECK(timeline->millisecondsOf(Frame{30}) == Fraction(1000));
    CHECK(timeline->millisecondsOf(Frame{40}) == Fraction(4001, 3));
    CHECK(timeline->millisecondsOf(Frame{41}) == Fraction(4121, 3));
    CHECK(timeline->averageRate().framesPerSecond() == Fraction(25));
}

TEST_CASE("a version 1 file without ranges is a constant rate", "[time]") {
    const auto timeline = parseTimecodeFile("# timecode format v1\nassume 23.976\n");
    REQUIRE(timeline);
    CHECK(timeline->isConstant());
    CHECK(timeline->averageRate() == parseFrameRate("24000/1001").value());
}

TEST_CASE("a broken timecode file is refused at its line", "[time]") {
    checkRefused("", 1);
    checkRefused("0\n40\n80\n", 1);
    checkRefused("# timecode format v4\n0\n40\n", 1);
    checkRefused("# timecode format v2\n", 1);
    checkRefused("# timecode format v2\n0\n", 2);
    checkRefused("# timecode format v2\n0\n40\nforty\n", 4);
    checkRefused("# timecode format v2\n0\n40\n40\n", 4);
    checkRefused("# timecode format v2\n0\n40\n\n# x\n20\n", 6);
    checkRefused("# timecode format v2\n0\n1.5e3\n", 3);
    checkRefused("# timecode format v2\n0\n99999999999\n", 3);
    checkRefused("# timecode format v1\n", 1);
    checkRefused("# timecode format v1\n0,10,25\n", 2);
    checkRefused("# timecode format v1\nassume 0\n", 2);
    checkRefused("# timecode format v1\nassume 25\n0,10\n", 3);
    checkRefused("# timecode format v1\nassume 25\n10,5,30\n", 3);
    checkRefused("# timecode format v1\nassume 25\n0,10,30\n10,20,30\n", 4);
    checkRefused("# timecode format v1\nassume 25\n-5,10,30\n", 3);
}
