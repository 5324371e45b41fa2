// SPDX-License-Identifier: MIT
#include "format/ass_file.h"

using namespace subs;
using namespace testing;

namespace {

const std::string kOldFile =
    "[Script Info]\nScriptType: v4.00\n\n[V4 Styles]\n"
    "Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, TertiaryColour, BackColour, Bold, Italic, "
    "BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, AlphaLevel, Encoding\n"
    "Style: Top,Tahoma,24,65535,16711680,255,8388608,-1,0,1,2,3,6,30,30,10,0,0\n"
    "Style: Mid,Tahoma,24,&H00FFFFFF,0,0,0,0,0,3,2,3,11,30,30,10,0,222\n\n"
    "[Events]\nFormat: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    "Dialogue: Marked=1,0:00:01.00,0:00:02.00,Top,Dara,0000,0000,0000,!Effect,Hello{\\i1} you\n";

}  // namespace

TEST_CASE("an ass style has all its fields", "[format][ass]") {
    const std::string file = with(
        std::string(kHead),
        "Arial,48,&H00FFFFFF,&H000000FF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,2,1,2,20,20,30,1",
        "Noto Sans,48.5,&H1000FF00,&H000000FF,&H00FF0000,&H80000000,-1,-1,0,-1,90,110,2.5,-30,3,2,1.5,7,20,25,0030,0");
    const Document document = readAss(file);
    REQUIRE(document.styles.size() == 1);
    const Style& s = document.styles[0];
    CHECK(s.name == "Default");
    CHECK(s.fontName == "Noto Sans");
    CHECK(s.fontSize == 48.5);
    CHECK(s.primary == Color{0, 255, 0, 239});
    CHECK(s.secondary == Color{255, 0, 0, 255});
    CHECK(s.outlineColor == Color{0, 0, 255, 255});
    CHECK(s.backColor == Color{0, 0, 0, 127});
    CHECK((s.bold && s.italic && !s.underline && s.strike));
    CHECK(s.scaleX == 90);
    CHECK(s.scaleY == 110);
    CHECK(s.spacing == 2.5);
    CHECK(s.angle == -30);
    CHECK(s.border == BorderStyle::OpaqueBox);
    CHECK(s.outline == 2);
    CHECK(s.shadow == 1.5);
    CHECK(s.alignment == Alignment::TopLeft);
    CHECK(s.margins == Margins{20, 25, 30});
    CHECK(s.encoding == 0);
    CHECK(written(assFormat(), document) == file);
}

TEST_CASE("an edited style changes its own field alone", "[format][ass]") {
    const std::string file = with(fileWithText("a"), "48,&H00FFFFFF", "48.0, &hFFFFFF&");
    Document document = readAss(file);
    document.styles.at(0).outline = 3.5;
    CHECK(written(assFormat(), document) == with(file, "1,2,1,2,20", "1,3.5,1,2,20"));
    document.styles[0].primary = {255, 0, 0, 255};
    document.styles[0].outline = 2;
    CHECK(written(assFormat(), document) == with(file, "&hFFFFFF&", "&H000000FF"));
}

TEST_CASE("trap 25: two styles of one name are both kept", "[format][ass]") {
    const std::string line =
        "Style: Default,Arial,20,&H00FFFFFF,&H000000FF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,2,1,2,20,20,30,1\n";
    const std::string file = with(fileWithText("a"), "20,20,30,1\n", "20,20,30,1\n" + line);
    Document document = readAss(file);
    REQUIRE(document.styles.size() == 2);
    CHECK(styleOf(document, document.cues.at(0))->fontSize == 20);
    CHECK(written(assFormat(), document) == file);
    document.styles[0].bold = true;
    CHECK(written(assFormat(), document) ==
          with(file,
               "Style: Default,Arial,48,&H00FFFFFF,&H000000FF,&H00000000,&H80000000,0",
               "Style: Default,Arial,48,&H00FFFFFF,&H000000FF,&H00000000,&H80000000,-1"));
}

TEST_CASE("a new style comes behind the others, also in a file without styles", "[format][ass]") {
    Document document = readAss(fileWithText("a"));
    Style style = document.styles.at(0);
    style.piece = {};
    style.name = "Top";
    document.styles.push_back(style);
    const std::string line =
        "Style: Top,Arial,48,&H00FFFFFF,&H000000FF,&H00000000,&H80000000,0,0,0,0,100,100,0,0,1,2,1,2,20,20,30,1\n";
    CHECK(written(assFormat(), document) ==
          with(fileWithText("a"), "20,20,30,1\n", "20,20,30,1\n" + line));

    Document bare = readAss(
        "[Events]\nFormat: Layer, Start, End, Style, Text\nDialogue: 0,0:00:01.00,0:00:02.00,Top,a\n");
    bare.styles.push_back(style);
    const Document again = readAss(written(assFormat(), bare));
    CHECK(again.styles.size() == 1);
    CHECK(again.styles.at(0).name == "Top");
    CHECK(again.cues.at(0).text.plain == "a");
}

TEST_CASE("ssa colours, alignments and flags are mapped", "[format][ssa]") {
    const Document document = readSsa(kOldFile);
    REQUIRE(document.styles.size() == 2);
    const Style& top = document.styles[0];
    CHECK(top.primary == Color{255, 255, 0, 255});
    CHECK(top.secondary == Color{0, 0, 255, 255});
    CHECK(top.outlineColor == Color{0, 0, 128, 255});
    CHECK(top.backColor == Color{0, 0, 128, 127});
    CHECK(top.bold);
    CHECK(top.alignment == Alignment::TopCentre);
    CHECK(document.styles[1].alignment == Alignment::MiddleRight);
    CHECK(document.styles[1].border == BorderStyle::OpaqueBox);
    CHECK(document.styles[1].encoding == 222);
    CHECK(document.cues.at(0).effect == "!Effect");
    CHECK(document.cues[0].layer == 0);
    CHECK(document.format == "ssa");
}

TEST_CASE("an ssa file is patched like an ass file", "[format][ssa]") {
    Document document = readSsa(kOldFile);
    CHECK(written(ssaFormat(), document) == kOldFile);
    document.cues.at(0).text = withPlain(document.cues[0].text, "Hello me");
    CHECK(written(ssaFormat(), document) == with(kOldFile, "{\\i1} you", "{\\i1} me"));
    document = readSsa(kOldFile);
    document.styles[0].alignment = Alignment::BottomRight;
    document.styles[0].outlineColor = {1, 0, 0, 255};
    CHECK(written(ssaFormat(), document) ==
          with(kOldFile, "255,8388608,-1,0,1,2,3,6", "255,1,-1,0,1,2,3,3"));
}

TEST_CASE("ssa becomes ass with styles, order and text kept", "[format][ssa]") {
    const Document document = readSsa(kOldFile);
    const std::string file = written(assFormat(), document);
    CHECK(file.find("ScriptType: v4.00+\n") != std::string::npos);
    CHECK(file.find("[V4+ Styles]\nFormat: Name, Fontname, Fontsize, PrimaryColour") !=
          std::string::npos);
    CHECK(
        file.find(
            "Style: Top,Tahoma,24,&H0000FFFF,&H00FF0000,&H00800000,&H80800000,-1,0,0,0,100,100,0,0,1,2,3,8,30,30,10,0\n") !=
        std::string::npos);
    CHECK(file.find("Dialogue: 0,0:00:01.00,0:00:02.00,Top,Dara,0,0,0,!Effect,Hello{\\i1} you") !=
          std::string::npos);
    const Document again = readAss(file);
    CHECK(again.styles.at(0).alignment == Alignment::TopCentre);
    CHECK(again.styles.at(1).alignment == Alignment::MiddleRight);
    CHECK(again.cues.at(0).text == document.cues[0].text);
}

TEST_CASE("ass becomes ssa, which keeps sections and comments", "[format][ssa]") {
    const std::string file =
        with(fileWithText("a"), "[Events]\n", "[Lab Notes]\nkeep: me\n\n[Events]\n");
    const std::string old = written(ssaFormat(), readAss(file));
    CHECK(old.find("[V4 Styles]\nFormat: Name, Fontname") != std::string::npos);
    CHECK(old.find("ScriptType: v4.00\n") != std::string::npos);
    CHECK(old.find("[Lab Notes]\nkeep: me\n") != std::string::npos);
    CHECK(old.find("Style: Default,Arial,48,16777215,255,0,0,0,0,1,2,1,2,20,20,30,0,1\n") !=
          std::string::npos);
    CHECK(old.find("Dialogue: Marked=0,0:00:01.00,0:00:02.00,Default,,0,0,0,,a\n") !=
          std::string::npos);
}

TEST_CASE("ssa has one opacity for all colours of a style", "[format][ssa]") {
    // What libass 0.17.1 makes of AlphaLevel 64: opacity 191 for all but the shadow, which has 127.
    const std::string file = with(kOldFile, "30,30,10,0,0\n", "30,30,10,64,0\n");
    Document document = readSsa(file);
    const Style& top = document.styles.at(0);
    CHECK(top.primary == Color{255, 255, 0, 191});
    CHECK(top.secondary.alpha == 191);
    CHECK(top.outlineColor.alpha == 191);
    CHECK(top.backColor.alpha == 127);
    CHECK(written(ssaFormat(), document) == file);
    document.styles[0].primary.alpha = 255;
    CHECK(written(ssaFormat(), document) == kOldFile);
}
