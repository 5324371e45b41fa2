// SPDX-License-Identifier: MIT
#include "catch.h"
#include "format/ass/values.h"

using namespace subs;
using namespace subs::ass;

namespace {

std::int64_t ms(std::string_view text) {
    const auto time = parseTime(text);
    REQUIRE(time);
    return time->time.nearestMilliseconds();
}

std::string timeText(std::int64_t centiseconds) {
    std::string out;
    appendTime(out, centiseconds);
    return out;
}

std::string colorText(Color color, Dialect dialect) {
    std::string out;
    appendColor(out, color, dialect);
    return out;
}

}  // namespace

TEST_CASE("ass times are hours, minutes, seconds and centiseconds", "[format][ass]") {
    CHECK(ms("0:00:01.50") == 1500);
    CHECK(ms("1:02:03.45") == 3723450);
    CHECK(ms(" 0:00:01.50 ") == 1500);
    CHECK(parseTime("0:00:01.50")->regular);
}

TEST_CASE("ass times beyond the usual are read by their value", "[format][ass]") {
    CHECK(ms("11:02:03.40") == 39723400);
    CHECK(ms("117:20:05.00") == 422405000);
    CHECK(ms("0:00:01.5") == 1500);
    CHECK(ms("0:00:01.125") == 1125);
    CHECK(ms("0:00:01") == 1000);
    CHECK(ms("0:75:00.00") == 4500000);
    CHECK(ms("-0:00:02.50") == -2500);
    CHECK(parseTime("11:02:03.40")->regular);
    CHECK_FALSE(parseTime("0:00:01.5")->regular);
    CHECK_FALSE(parseTime("0:75:00.00")->regular);
}

TEST_CASE("what is no time is none", "[format][ass]") {
    for (const char* text : {"",
                             "x",
                             "1:2",
                             "0:00:01.50x",
                             "0:00:",
                             "::.",
                             "99999999999999999999:00:00.00",
                             "1e3:0:0"}) {
        INFO(text);
        CHECK_FALSE(parseTime(text));
    }
}

TEST_CASE("ass times are written with as many hours as it takes", "[format][ass]") {
    CHECK(timeText(0) == "0:00:00.00");
    CHECK(timeText(372345) == "1:02:03.45");
    CHECK(timeText(42240500) == "117:20:05.00");
    CHECK(timeText(-5) == "0:00:00.00");
}

TEST_CASE("colours are read in every spelling", "[format][ass]") {
    const Color white{255, 255, 255, 255};
    for (const char* text : {"&H00FFFFFF",
                             "&HFFFFFF",
                             "&hffffff&",
                             "&H00FFFFFF&",
                             "0xFFFFFF",
                             "16777215",
                             " 16777215 "}) {
        INFO(text);
        CHECK(parseColor(text) == white);
    }
    CHECK(parseColor("&H800000FF") == Color{255, 0, 0, 127});
    CHECK(parseColor("255") == Color{255, 0, 0, 255});
    CHECK(parseColor("-2147483640") == Color{8, 0, 0, 127});
    CHECK_FALSE(parseColor("red"));
    CHECK_FALSE(parseColor("&H"));
}

TEST_CASE("colours are written as hexadecimal, in ssa as a decimal", "[format][ass]") {
    CHECK(colorText({255, 0, 0, 255}, Dialect::Ass) == "&H000000FF");
    CHECK(colorText({1, 2, 3, 127}, Dialect::Ass) == "&H80030201");
    CHECK(colorText({255, 0, 0, 255}, Dialect::Ssa) == "255");
    CHECK(colorText({0, 0, 255, 255}, Dialect::Ssa) == "16711680");
}

TEST_CASE("ssa alignments map to the number pad and back", "[format][ass]") {
    const int pad[] = {0, 1, 2, 3, 0, 7, 8, 9, 0, 4, 5, 6};
    for (int number = 0; number < 12; ++number) {
        INFO(number);
        const auto alignment = alignmentOfSsa(number);
        CHECK((alignment ? static_cast<int>(*alignment) : 0) == pad[number]);
        if (alignment) CHECK(ssaNumberOf(*alignment) == number);
    }
    CHECK_FALSE(alignmentOfSsa(12));
    CHECK_FALSE(alignmentOfSsa(-3));
}

TEST_CASE("span colours have two hexadecimal digits a part", "[format][ass]") {
    CHECK(spanColor({255, 0, 16, 255}) == "#FF0010");
    CHECK(spanColor({255, 0, 16, 0}) == "#FF001000");
    CHECK(parseSpanColor("#ff0010") == Color{255, 0, 16, 255});
    CHECK_FALSE(parseSpanColor("red"));
    CHECK_FALSE(parseSpanColor("#ff00"));
}
