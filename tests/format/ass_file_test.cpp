// SPDX-License-Identifier: MIT
#include "format/ass_file.h"

using namespace subs;
using namespace testing;

namespace {

const std::string kOddFile =
    "; made by hand\n\n[Script Info]\nTitle: Lab\nX-Client: 12\n!: an old remark\nPlayResX: 1280\nplayresy:720\nWrapStyle:  2\n"
    "ScaledBorderAndShadow: Yes\nLayoutResX: 1280\n\n[Lab Notes]\nDialogue: not an event\n\n[Aegisub Project Garbage]\n"
    "Scroll Position: 7\n\n[V4+ Styles]\nFormat: Name, Fontname, Fontsize\nStyle: Main,Arial,40\n\n; between\n[Events]\n"
    "Format: Layer, Start, End, Style, Text\nPicture: 0,0:00:00.00,0:00:01.00,,logo.bmp\n"
    "Dialogue: 0,0:00:01.00,0:00:02.00,Main,{=1}one\n; a note among the events\n!: another\n\nSound: 0,0:00:01.00,0:00:02.00,,a.wav\n"
    "Movie: 0,0:00:01.00,0:00:02.00,,a.avi\nCommand: 0,0:00:01.00,0:00:02.00,,x\n"
    "Dialogue: 0,0:00:03.00,0:00:04.00,Main,two\n\n[Fonts]\nfontname: a_0.ttf\n[0'0@!!!\nDialogue!!\n\n[Aegisub Extradata]\nData: 1,a,b\n";

}  // namespace

TEST_CASE("trap 24: comments, unknown sections and headers stay in their place", "[format][ass]") {
    const Document document = readAss(kOddFile);
    CHECK(document.cues.size() == 2);
    CHECK(document.title == "Lab");
    CHECK(document.canvas == Canvas{1280, 720, WrapStyle::None, true});
    CHECK(written(assFormat(), document) == kOddFile);
}

TEST_CASE("trap 34: extradata, garbage and fonts are kept byte for byte around an edit",
          "[format][ass]") {
    Document document = readAss(kOddFile);
    document.cues.at(1).text.plain = "three";
    CHECK(written(assFormat(), document) == with(kOddFile, "Main,two", "Main,three"));
}

TEST_CASE("the pieces of a file cover it", "[format][ass]") {
    const Document document = readAss(kOddFile);
    std::string all;
    for (std::size_t i = 0; i < document.origin->pieces.size(); ++i)
        all += document.origin->stretch(i);
    CHECK(all == kOddFile);
}

TEST_CASE("canvas and title change their own lines", "[format][ass]") {
    Document document = readAss(kOddFile);
    document.title = "Other, new";
    document.canvas->height = 800;
    document.canvas->wrap = WrapStyle::Smart;
    std::string expected = with(kOddFile, "Title: Lab", "Title: Other, new");
    expected = with(expected, "playresy:720", "playresy: 800");
    CHECK(written(assFormat(), document) == with(expected, "WrapStyle:  2", "WrapStyle: 0"));
}

TEST_CASE("settings that are missing are added behind the others", "[format][ass]") {
    const std::string file = "[Script Info]\nTitle: a\n\n[Events]\nFormat: Start, End, Text\n";
    Document document = readAss(file);
    CHECK(document.canvas == Canvas{384, 288, WrapStyle::Smart, false});
    document.canvas = Canvas{1920, 1080, WrapStyle::Smart, true};
    CHECK(
        written(assFormat(), document) ==
        "[Script Info]\nTitle: a\nPlayResX: 1920\nPlayResY: 1080\nScaledBorderAndShadow: yes\n\n[Events]\nFormat: Start, End, Text\n");
}

TEST_CASE("a file without script info gets one when the canvas is set", "[format][ass]") {
    Document document =
        readAss("[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,a\n");
    document.canvas = Canvas{1920, 1080, WrapStyle::Smart, true};
    const Document again = readAss(written(assFormat(), document));
    CHECK(again.canvas == document.canvas);
    CHECK(again.cues.at(0).text.plain == "a");
}

TEST_CASE("one side of the canvas gives the other as players take it", "[format][ass]") {
    const auto canvas = [](std::string_view info) {
        return *readAss("[Script Info]\n" + std::string(info) + "\n").canvas;
    };
    CHECK(canvas("PlayResX: 1280").height == 1024);
    CHECK(canvas("PlayResX: 640").height == 480);
    CHECK(canvas("PlayResY: 1024").width == 1280);
    CHECK(canvas("PlayResY: 288").width == 384);
    CHECK(canvas("PlayResX: -5\nPlayResY: 0").width == 384);
}

TEST_CASE("new cues go into the events section also where it is empty or missing",
          "[format][ass]") {
    Cue cue;
    cue.end = Time::fromSeconds(1);
    cue.text.plain = "a";
    Document empty = readAss(std::string(kHead) + "\n[Fonts]\n");
    cue.id = empty.newId();
    empty.cues.push_back(cue);
    CHECK(written(assFormat(), empty) ==
          std::string(kHead) + "Dialogue: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,a\n\n[Fonts]\n");
    Document missing = readAss("[Script Info]\nTitle: b");
    missing.cues.push_back(cue);
    const Document again = readAss(written(assFormat(), missing));
    CHECK(again.cues.size() == 1);
    CHECK(again.title == "b");
}

TEST_CASE("line ends are kept, mixed ones too, and changed when that is asked for",
          "[format][ass]") {
    const std::string file =
        "[Script Info]\r\nTitle: a\n\r\n[Events]\r\nFormat: Start, End, Text\r\nDialogue: 0:00:01.00,0:00:02.00,a\r\n";
    Document document = readAss(file);
    CHECK(document.cues.at(0).text.plain == "a");
    CHECK(written(assFormat(), document) == file);
    CHECK(written(assFormat(), document, {.newline = NewlineChoice::Lf}).find('\r') ==
          std::string::npos);
    document.cues[0].text.plain = "b";
    CHECK(written(assFormat(), document) == with(file, ",a\r", ",b\r"));
}

TEST_CASE("lines may end in CR alone", "[format][ass]") {
    const std::string file =
        "[Events]\rFormat: Start, End, Text\rDialogue: 0:00:01.00,0:00:02.00,a\rDialogue: 0:00:02.00,0:00:03.00,b\r";
    Document document = readAss(file);
    REQUIRE(document.cues.size() == 2);
    document.cues[1].text.plain = "c";
    CHECK(written(assFormat(), document) == with(file, ",b\r", ",c\r"));
}

TEST_CASE("a cue that moves behind another Format line is written by that one", "[format][ass]") {
    const std::string file =
        "[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,a\nDialogue: 0:00:02.00,0:00:03.00,b\n"
        "Format: End, Start, Text\nDialogue: 0:00:04.00,0:00:03.00,c\n";
    Document document = readAss(file);
    REQUIRE(document.cues.size() == 3);
    CHECK(document.cues[2].start == Time::fromSeconds(3));
    std::swap(document.cues[1], document.cues[2]);
    const Document again = readAss(written(assFormat(), document));
    REQUIRE(again.cues.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(again.cues[i].start == document.cues[i].start);
        CHECK(again.cues[i].end == document.cues[i].end);
        CHECK(again.cues[i].text.plain == document.cues[i].text.plain);
    }
}

TEST_CASE("ass and ssa are told apart by what they hold", "[format][ass]") {
    CHECK(assFormat().probe(kHead).score > ssaFormat().probe(kHead).score);
    const std::string old = "[Script Info]\nScriptType: v4.00\n[V4 Styles]\n";
    CHECK(ssaFormat().probe(old).score > assFormat().probe(old).score);
    CHECK(assFormat().probe("1\n00:00:01,000 --> 00:00:02,000\na\n").score == 0);
    CHECK(assFormat().probe(kHead).reason == "a section [V4+ Styles]");
}
