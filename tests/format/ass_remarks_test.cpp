// SPDX-License-Identifier: MIT
#include "format/ass_file.h"

using namespace subs;
using namespace testing;

namespace {

Diagnostics remarks(std::string file) {
    return parsed(assFormat(), std::move(file)).diagnostics;
}

Diagnostics eventRemarks(std::string_view event) {
    return remarks(fileWith(event));
}

/// The only remark there is.
Diagnostic only(const Diagnostics& diagnostics) {
    REQUIRE(diagnostics.size() == 1);
    return diagnostics[0];
}

}  // namespace

TEST_CASE("a good ass file is read without remarks", "[format][ass]") {
    CHECK(eventRemarks("Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,a\n").empty());
}

TEST_CASE("times that cannot be read are told with line and column", "[format][ass]") {
    const Diagnostic start = only(eventRemarks("Dialogue: 0,soon,0:00:02.00,Default,,0,0,0,,a\n"));
    CHECK(start ==
          Diagnostic{Severity::Warning,
                     12,
                     13,
                     "ass.bad-time",
                     "the start \"soon\" cannot be read; taken as 0:00:00.00, which another format "
                     "gets; kept as written"});
    const Diagnostic end = only(eventRemarks("Dialogue: 0,0:00:01.00,,Default,,0,0,0,,a\n"));
    CHECK(end.code == "ass.bad-time");
    CHECK(end.column == 24);
    CHECK(end.message == "the end \"\" cannot be read; taken as absent and kept as written");
}

TEST_CASE("odd, negative and backward times are told", "[format][ass]") {
    CHECK(only(eventRemarks("Dialogue: 0,0:00:01.5,0:00:02.00,Default,,0,0,0,,a\n")).code ==
          "ass.odd-time");
    CHECK(says(eventRemarks("Dialogue: 0,-0:00:01.00,0:00:02.00,Default,,0,0,0,,a\n"),
               "ass.negative-time"));
    CHECK(only(eventRemarks("Dialogue: 0,0:00:03.00,0:00:02.00,Default,,0,0,0,,a\n")).message ==
          "the end is before the start; kept as written");
}

TEST_CASE("numbers, missing fields and open braces are told", "[format][ass]") {
    const Diagnostic number =
        only(eventRemarks("Dialogue: x,0:00:01.00,0:00:02.00,Default,,0,0,0,,a\n"));
    CHECK(number.code == "ass.bad-number");
    CHECK(number.column == 11);
    CHECK(only(eventRemarks("Dialogue: 0,0:00:01.00,0:00:02.00\n")).code == "ass.missing-fields");
    CHECK(only(eventRemarks("Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,a {b\n")).code ==
          "ass.unclosed-brace");
}

TEST_CASE("a style that is not there is told once, with its first line", "[format][ass]") {
    const Diagnostic unknown = only(eventRemarks(
        "Dialogue: 0,0:00:01.00,0:00:02.00,Sign,,0,0,0,,a\nDialogue: 0,0:00:01.00,0:00:02.00,Sign,,0,0,0,,b\n"));
    CHECK(unknown.code == "ass.unknown-style");
    CHECK(unknown.line == 12);
}

TEST_CASE("styles that are odd are told", "[format][ass]") {
    const std::string file = fileWithText("a");
    CHECK(only(remarks(with(file, "&H80000000", "black"))).code == "ass.bad-color");
    CHECK(only(remarks(with(file, "1,2,1,2,20", "1,2,1,12,20"))).code == "ass.bad-alignment");
    CHECK(only(remarks(with(file, "Arial,48", "Arial,big"))).code == "ass.bad-number");
    CHECK(only(remarks(with(file, ",20,20,30,1\n", "\n"))).code == "ass.missing-fields");
    const std::string twice =
        "Style: Default,Arial,48,&H0,&H0,&H0,&H0,0,0,0,0,100,100,0,0,1,2,1,2,20,20,30,1\n\n[Events]";
    const Diagnostic duplicate = only(remarks(with(file, "\n[Events]", twice)));
    CHECK(duplicate.code == "ass.duplicate-style");
    CHECK(duplicate.line == 9);
}

TEST_CASE("lines and sections that are not understood are told", "[format][ass]") {
    const Diagnostic stray = only(eventRemarks("what is this\n"));
    CHECK(stray.code == "ass.stray-line");
    CHECK(stray.message == "the line \"what is this\" is not understood; kept as written");
    CHECK(only(remarks("before\n" + fileWithText("a"))).message ==
          "the line \"before\" stands before the first section; kept as written");
    CHECK(only(eventRemarks("[Lab Notes]\nx\n")).code == "ass.unknown-section");
}

TEST_CASE("Format lines that are odd are told", "[format][ass]") {
    const std::string file = fileWithText("a");
    CHECK(says(remarks(with(file, "Effect, Text", "Effect, Words")), "ass.bad-format-line"));
    CHECK(says(remarks(with(file, "Format: Layer, Start, End,", "Format: Layer, Begin, End,")),
               "ass.no-time-column"));
    CHECK(says(remarks(with(file, "Effect, Text", "Effect, Text, Extra")), "ass.text-not-last"));
    CHECK(says(remarks(with(file, "Format: Layer, Start,", "Format: Start, Start,")),
               "ass.repeated-column"));
    CHECK_FALSE(says(remarks(with(file, "Effect, Text", "Extra, Text")), "ass.repeated-column"));
}

TEST_CASE("parts of a file that are missing are told", "[format][ass]") {
    CHECK(says(remarks(""), "ass.no-events"));
    CHECK(says(remarks(""), "ass.no-script-info"));
    CHECK(only(remarks(with(fileWithText("a"), "PlayResY: 1080\n", ""))).message ==
          "PlayResX or PlayResY is missing; 1920 x 1440 was taken, as players do");
}
