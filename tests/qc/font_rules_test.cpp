// SPDX-License-Identifier: MIT
#include "catch.h"
#include "qc/judged.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace subs;
using namespace judged;

// Widths and heights are font units of the fonts of Debian 12 as hb-shape of HarfBuzz 6.0 prints
// them: in Noto Sans, 1000 to an em, H is 741 wide with ink from 97 to 643 and from the base line
// to 714. Its win ascent is 1069, its win descent 293.
namespace {

/// A style in which an em of Noto Sans is 100 canvas units.
Style notoStyle() {
    Style style;
    style.fontName = "Noto Sans";
    style.fontSize = 136.2;
    return style;
}

Style styleIn(std::string_view font) {
    Style style;
    style.fontName = font;
    style.fontSize = 85;
    return style;
}

Document styled(const Style& style, Cue cue) {
    Document document = documentOf({std::move(cue)}, "ass");
    document.styles.push_back(style);
    document.canvas = Canvas{1000, 1000};
    return document;
}

Cue tagged(std::string plain, std::string tag) {
    Cue cue = textOf(std::move(plain));
    cue.text.spans = {{SpanKind::Opaque, 0, 0, std::move(tag)}};
    return cue;
}

}  // namespace

TEST_CASE("a font that is not installed is told with what stands in", "[qc][font]") {
    const Document document = styled(styleIn("No Font Has This Name"), textOf("Hello\nyou"));
    const auto findings = found("font.missing", document);
    REQUIRE(findings.size() == 1);
    CHECK_FALSE(findings[0].line);
    CHECK(findings[0].severity == Severity::Warning);
    CHECK(findings[0].measured == 1);
    CHECK(findings[0].unit == "times");
    CHECK(findings[0].message.starts_with("\"No Font Has This Name\" is not installed and "));
    CHECK(findings[0].message.ends_with(" stands in, in 1 cue; install it or name a font that is"));
}

TEST_CASE("a font that is missing is told once, at the first of its cues", "[qc][font]") {
    Document document = styled(notoStyle(), textOf("Hello"));
    document.styles.push_back(styleIn("No Font Has This Name"));
    document.styles.back().name = "Other";
    for (int i = 0; i < 3; ++i) {
        document.cues.push_back(textOf("you"));
        document.cues.back().style = "Other";
    }
    const auto findings = found("font.missing", document);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].index == 1);
    CHECK(findings[0].measured == 3);
    CHECK(findings[0].message.find("stands in, in 3 cues;") != std::string::npos);
}

TEST_CASE("a font that is named inside a text is told where it is missing", "[qc][font]") {
    Cue cue = textOf("Hello you");
    cue.text.spans = {{SpanKind::Font, 6, 9, "No Font Has This Name"}};
    CHECK(found("font.missing", styled(notoStyle(), cue)).size() == 1);
    CHECK(found("font.missing", documentOf({cue})).size() == 1);
}

TEST_CASE("a file that names no font misses none", "[qc][font]") {
    CHECK(found("font.missing", documentOf({textOf("Hello")})).empty());
    CHECK(found("font.missing", styled(notoStyle(), textOf("Hello"))).empty());
    CHECK(found("font.missing", styled(styleIn("@noto sans"), textOf("Hello"))).empty());
    CHECK(found("font.missing", styled(styleIn("No Font Has This Name"), textOf(""))).empty());
}

TEST_CASE("a character that no font has is told by its number", "[qc][font]") {
    const auto one = found("font.missing-glyph", documentOf({textOf("a\nb\U0010FFFD")}));
    REQUIRE(one.size() == 1);
    CHECK(one[0].line == 1);
    CHECK(one[0].measured == 1);
    CHECK(one[0].unit == "characters");
    CHECK(one[0].message ==
          "line 2 has U+10FFFD that no font has; write it otherwise or install a font for it");
    const auto two = found("font.missing-glyph", documentOf({textOf("\U0010FFFDa\U0010FFFE")}));
    REQUIRE(two.size() == 1);
    CHECK(two[0].message ==
          "line 1 has U+10FFFD and 1 character more that no font has; write it otherwise or "
          "install a font for it");
}

TEST_CASE("what is never drawn is not missing", "[qc][font]") {
    CHECK(found("font.missing-glyph", documentOf({textOf("a\tb\u200B\u2060\uFEFF")})).empty());
}

TEST_CASE("what another font draws is noted where the file names its font", "[qc][font][khmer]") {
    const Document document = styled(styleIn("Noto Sans Khmer"), textOf("ខ្មែរ Hello"));
    const auto findings = found("font.fallback", document);
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].severity == Severity::Info);
    CHECK(findings[0].line == 0);
    CHECK(findings[0].measured == 5);
    CHECK(
        findings[0].message.starts_with("line 1: Noto Sans Khmer has no \"Hello\", which is "
                                        "drawn in "));
    CHECK(findings[0].message.ends_with("; name a font that has all of the line"));
    const auto twice =
        found("font.fallback", styled(styleIn("Noto Sans Khmer"), textOf("Hi ខ្មែរ Hello")));
    REQUIRE(twice.size() == 1);
    CHECK(twice[0].measured == 7);
    CHECK(twice[0].message.find("has no \"Hi\" and 1 more, which is drawn in") !=
          std::string::npos);
    CHECK(found("font.fallback", styled(styleIn("Noto Sans Khmer"), textOf("ខ្មែរ"))).empty());
    CHECK(found("font.fallback", styled(styleIn("Khmer OS"), textOf("ខ្មែរ Hello"))).empty());
    CHECK(found("font.fallback", documentOf({textOf("Hello ខ្មែរ ខ")})).empty());
}

TEST_CASE("a font without Khmer lends it from another", "[qc][font][khmer]") {
    const auto findings = found("font.fallback", styled(notoStyle(), textOf("ខ្មែរ")));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].measured == 5);
}

TEST_CASE("a sign on a dotted circle is found", "[qc][font][khmer]") {
    // Vectors of the reference.
    for (const std::string text : {"សើុប", "្ក", "ា", "កាា", "កិិ"}) {
        CAPTURE(text);
        CHECK(found("font.dotted-circle", documentOf({textOf(text)})).size() == 1);
    }
    for (const std::string text : {"ស្រ្តី", "លេាក", "ម៉្យាង", "ខែ្មរ", "កំុ", "ស៊េីប", "\u25CCា"}) {
        CAPTURE(text);
        CHECK(found("font.dotted-circle", documentOf({textOf(text)})).empty());
    }
}

TEST_CASE("a dotted circle is told with its cluster", "[qc][font][khmer]") {
    const auto findings = found("font.dotted-circle", documentOf({textOf("ខ្មែរ\nក កាា កិិ")}));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].line == 1);
    CHECK(findings[0].measured == 2);
    CHECK(findings[0].unit == "clusters");
    CHECK(
        findings[0].message ==
        "line 2: a sign in \"កាា\" and 1 more has no letter to stand on and is drawn on a dotted circle; "
        "take it out or type its letter");
}

TEST_CASE("spaced Khmer letters are found, and other spaced letters let pass",
          "[qc][font][khmer]") {
    Style style = styleIn("Khmer OS Battambang");
    style.spacing = 2;
    const auto findings = found("font.letter-spacing", styled(style, textOf("Hello\nខ្មែរ")));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].line == 1);
    CHECK(findings[0].measured == 2);
    CHECK(findings[0].unit == "px");
    CHECK(findings[0].message ==
          "line 2: letters are spaced by 2 px, which takes Khmer syllables apart; set the spacing "
          "to 0");
    style.spacing = 0;
    CHECK(found("font.letter-spacing", styled(style, tagged("ខ្មែរ", "\\fsp-1.5"))).size() == 1);
    CHECK(found("font.letter-spacing", styled(style, tagged("ខ្មែរ", "\\fsp0"))).empty());
    CHECK(found("font.letter-spacing", styled(style, textOf("ខ្មែរ"))).empty());
    // Signs that stand alone because of it are no finding of their own.
    style.spacing = 2;
    CHECK(found("font.dotted-circle", styled(style, textOf("ខ្មែរ"))).empty());
}

TEST_CASE("ink that runs into the next line is found", "[qc][font][khmer]") {
    // In Noto Serif Khmer, whose lines are 1362 apart, the ◌ុ of ញ៉ាំ has ink from 683 to 780 and
    // down to 600; the ◌ី of ស៊ី, 178 to the right where both lines are centred, from 628 to 1065
    // and up to 1005.
    Style style = styleIn("Noto Serif Khmer");
    style.fontSize = 136.2;
    const Cue cue = textOf("ញ៉ាំ\nស៊ី");
    const auto findings = found("font.ink-collision", styled(style, cue));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].line == 0);
    CHECK(findings[0].unit == "px");
    CHECK(findings[0].measured == Approx(24.3));
    CHECK(findings[0].message ==
          "line 1 runs 24.3 px into line 2 under \"ញ៉ាំ\"; break it elsewhere or use a font with "
          "higher lines");
    CHECK(found("font.ink-collision", styled(styleIn("Khmer OS"), cue)).empty());
    CHECK(found("font.ink-collision", styled(styleIn("Khmer OS Battambang"), cue)).empty());
}

TEST_CASE("ink over an empty place collides with nothing", "[qc][font][khmer]") {
    // The ◌ំ of the lower ញ៉ាំ reaches up to 966, but from 1082 to 1308, where the upper line has
    // ink down to 292 only.
    const Style style = styleIn("Noto Serif Khmer");
    CHECK(found("font.ink-collision", styled(style, textOf("ញ៉ាំ\nញ៉ាំ"))).empty());
    CHECK(found("font.ink-collision", styled(style, textOf("ញ៉ាំ\n\nស៊ី"))).empty());
    CHECK(found("font.ink-collision", styled(style, textOf("ញ៉ាំ\nwave"))).empty());
    CHECK(found("font.ink-collision", styled(style, textOf("ញ៉ាំ ស៊ី"))).empty());
}

TEST_CASE("a line that leaves the picture is found in any profile", "[qc][font]") {
    // 14 × 74.1 = 1037.4 units are 18.7 too wide on each side; the ink begins 9.7 after that and
    // ends 9.8 before.
    const auto findings =
        found("font.outside-safe-area", styled(notoStyle(), textOf(std::string(14, 'H'))));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].line == 0);
    CHECK(findings[0].unit == "px");
    CHECK(findings[0].measured == Approx(9));
    CHECK(findings[0].message ==
          "line 1 leaves the picture by 9 px at the left; make it shorter or move it");
    CHECK(
        found("font.outside-safe-area", styled(notoStyle(), textOf(std::string(13, 'H')))).empty());
}

TEST_CASE("a line that leaves the safe area of the profile is found", "[qc][font]") {
    Profile profile;
    profile.safeHeight = 0.9;  // From 50 to 950.
    Style style = notoStyle();
    style.margins = {0, 0, 10};
    // The base line of the bottom line is 29.3 units over the margin: at 960.7.
    const auto low = found("font.outside-safe-area", styled(style, textOf("H")), profile);
    REQUIRE(low.size() == 1);
    CHECK(low[0].measured == Approx(10.7));
    CHECK(low[0].message ==
          "line 1 leaves the safe area by 10.7 px at the bottom; give it a larger margin or move "
          "it");
    style.margins.vertical = 21;
    CHECK(found("font.outside-safe-area", styled(style, textOf("H")), profile).empty());
    // At the top the ink of H begins 106.9 - 71.4 = 35.5 under the margin.
    style.alignment = Alignment::TopCentre;
    style.margins.vertical = 10;
    const auto high = found("font.outside-safe-area", styled(style, textOf("H")), profile);
    REQUIRE(high.size() == 1);
    CHECK(high[0].measured == Approx(4.5));
    style.margins.vertical = 15;
    CHECK(found("font.outside-safe-area", styled(style, textOf("H")), profile).empty());
}

TEST_CASE("the alignment, margins and position of the cue itself decide", "[qc][font]") {
    Profile profile;
    profile.safeWidth = 0.9;
    Style style = notoStyle();
    style.margins = {30, 30, 100};
    Cue cue = textOf("H");
    CHECK(found("font.outside-safe-area", styled(style, cue), profile).empty());
    // Ink begins 9.7 after the margin.
    cue.alignment = Alignment::BottomLeft;
    const auto left = found("font.outside-safe-area", styled(style, cue), profile);
    REQUIRE(left.size() == 1);
    CHECK(left[0].measured == Approx(50 - 39.7));
    cue.margins.left = 45;
    CHECK(found("font.outside-safe-area", styled(style, cue), profile).empty());
    cue = tagged("H", "\\pos(10,500)");
    // Centred there: from 10 - 37.05 + 9.7 on.
    const auto placed = found("font.outside-safe-area", styled(style, cue));
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].measured == Approx(17.35));
}

TEST_CASE("a file without styles is judged by its place where the profile names a safe area",
          "[qc][font]") {
    const Document document = documentOf({textOf(std::string(60, 'H'))});
    CHECK(found("font.outside-safe-area", document).empty());
    Profile profile;
    profile.safeWidth = 0.9;
    CHECK(found("font.outside-safe-area", document, profile).size() == 1);
}

TEST_CASE("what moves, turns or is broken by the renderer is not judged by its place",
          "[qc][font]") {
    const std::string wide(14, 'H');
    for (const std::string tag :
         {"\\move(0,0,9,9)", "\\frz20", "\\fr5", "\\fax0.5", "\\t(\\fs9)", "\\rTop"}) {
        CAPTURE(tag);
        CHECK(found("font.outside-safe-area", styled(notoStyle(), tagged(wide, tag))).empty());
    }
    CHECK(found("font.outside-safe-area", styled(notoStyle(), tagged(wide, "\\frz0"))).size() == 1);
    Style style = notoStyle();
    style.angle = 10;
    CHECK(found("font.outside-safe-area", styled(style, textOf(wide))).empty());
    Cue cue = textOf(wide);
    cue.effect = "Banner;20";
    CHECK(found("font.outside-safe-area", styled(notoStyle(), cue)).empty());
    const std::string words = "HHHHHHHHH HHHHHHHHH";
    Document document = styled(notoStyle(), textOf(words));
    CHECK(found("font.outside-safe-area", document).empty());
    document.canvas->wrap = WrapStyle::None;
    CHECK(found("font.outside-safe-area", document).size() == 1);
}

TEST_CASE("bad input has defined findings", "[qc][font]") {
    std::string marks = "ក";
    for (int i = 0; i < 300; ++i)
        marks += "ិ";
    for (const std::string& text : {std::string(),
                                    std::string("\n\n"),
                                    std::string(" \n "),
                                    std::string("\xFF\xE1\x9E\n\xE1"),
                                    marks,
                                    marks + "\n" + marks}) {
        const auto findings =
            findingsIn(styled(styleIn("No Font Has This Name"), textOf(text)), {});
        for (const Finding& one : findings)
            CHECK_FALSE(one.message.empty());
    }
    Style style = notoStyle();
    style.fontSize = 0;
    CHECK(findingsIn(styled(style, textOf("ស្ត្រី\nស្ត្រី")), {}).size() <= 4);
    style.fontSize = 1e300;
    style.spacing = 1e300;
    findingsIn(styled(style, textOf("ស្ត្រី\nស្ត្រី")), {});
    findingsIn(styled(notoStyle(), tagged("ក\nក", "\\pos(1e308,nan)")), {});
}

TEST_CASE("an edit's cue is judged like the whole", "[qc][font][khmer]") {
    Document document = styled(styleIn("Noto Sans Khmer"), textOf("ខ្មែរ Hello កាា"));
    Checker checker{Profile{}};
    const auto all = checker.check(document);
    const auto one = checker.checkCue(document, 0);
    REQUIRE(all.size() == one.size());
    REQUIRE(all.size() == 3);  // of the font, and of the doubled sign: drawn, and encoded
    CHECK(all[0].id == one[0].id);
}
