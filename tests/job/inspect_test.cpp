// SPDX-License-Identifier: MIT
#include <subs/job/inspect.h>
#include <subs/job/report_text.h>

#include "catch.h"

#include <map>
#include <string>
#include <vector>

using namespace subs;

namespace {

const std::string kAss =
    "[Script Info]\r\nScriptType: v4.00+\r\n\r\n[V4+ Styles]\r\n"
    "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, StrikeOut, "
    "ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding\r\n"
    "Style: Default,Noto Sans,60,&H00FFFFFF,&H000000FF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,3,1,2,60,60,50,1\r\n\r\n"
    "[Events]\r\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\r\n"
    "Dialogue: 0,0:00:05.00,0:00:06.00,Default,,0,0,0,,សួស្តី\r\n"
    "Comment: 0,0:00:00.00,0:00:00.00,Default,,0,0,0,,note\r\n"
    "Dialogue: 0,0:00:01.00,0:00:02.98,Default,,0,0,0,,{\\fnKhmer OS}Hello\r\n";

}  // namespace

TEST_CASE("a file is described by what is in it", "[job]") {
    const auto read = readDocument(kAss, "film.ass");
    REQUIRE(read);
    const Inspection found = inspected(*read);
    CHECK(found.format == "ass");
    CHECK(found.cues == 2);
    CHECK(found.comments == 1);
    CHECK(found.languages == std::map<std::string, std::size_t>{{"en", 1}, {"km", 1}});
    CHECK(found.first == Time::fromMilliseconds(1000));
    CHECK(found.last == Time::fromMilliseconds(6000));
    CHECK(found.styles == std::vector<std::string>{"Default"});
    CHECK(found.fonts == std::vector<std::string>{"Khmer OS", "Noto Sans"});
    CHECK(found.newline == Newline::CrLf);
    CHECK_FALSE(found.hasMixedNewlines);
    CHECK(found.encoding.name == "UTF-8");
    CHECK_FALSE(found.edges);
}

TEST_CASE("fonts that a file does not name are not told as its own", "[job]") {
    const auto read = readDocument(
        "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" "
        "xml:lang=\"km\"><body><div><p end=\"1s\" tts:color=\"red\">ក</p></div></body></tt>",
        "film.ttml");
    REQUIRE(read);
    CHECK(inspected(*read).fonts.empty());
}

TEST_CASE("it is told which frame rule the edges of a file fit", "[job]") {
    KnownFrames frames{FrameTimeline::constant(parseFrameRate("25").value()), "film.mkv"};
    const auto midpoints = readDocument("1\n00:00:00,980 --> 00:00:02,020\nx\n", "a.srt");
    const auto nearest = readDocument("1\n00:00:01,000 --> 00:00:02,000\nx\n", "a.srt");
    const EdgeFit first = inspected(*midpoints, &frames).edges.value();
    CHECK(first.edges == 2);
    CHECK(first.midpoints == 2);
    CHECK(first.nearest == 0);
    const EdgeFit second = inspected(*nearest, &frames).edges.value();
    CHECK(second.midpoints == 0);
    CHECK(second.nearest == 2);
    frames.end = Frame{40};  // 1.6 s
    const Inspection past = inspected(*nearest, &frames);
    REQUIRE(past.diagnostics.size() == 1);
    CHECK(past.diagnostics[0].code == "time.past-last-frame");
    CHECK(past.diagnostics[0].line == 1);
}

TEST_CASE("letters that tell no language are told apart from no letters", "[job]") {
    const auto read = readDocument(
        "1\n00:00:01,000 --> 00:00:02,000\nCafe\u0301 de\u0301ja\u0300, \u00E9t\u00E9\n\n2\n00:00:02,000 --> 00:00:03,000\n1985\n",
        "a.srt");
    REQUIRE(read);
    CHECK(inspected(*read).languages == std::map<std::string, std::size_t>{{"und", 1}, {"zxx", 1}});
    CHECK(inspectionText(inspected(*read), "a.srt")
              .find("a language that its letters do not tell in 1 cue, no letters in 1 cue\n") !=
          std::string::npos);
}

TEST_CASE("a cue of two languages counts for both", "[job]") {
    const auto read = readDocument(
        "1\n00:00:01,000 --> 00:00:02,000\nទៅណា?\nWhere are you going?\n\n2\n00:00:02,000 --> 00:00:03,000\nទៅ\n1985\n",
        "a.srt");
    REQUIRE(read);
    CHECK(inspected(*read).languages == std::map<std::string, std::size_t>{{"en", 1}, {"km", 2}});
}
