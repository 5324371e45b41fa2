// SPDX-License-Identifier: MIT
#include "catch.h"
#include "qc/judged.h"

#include <algorithm>

using namespace subs;
using namespace judged;

// Widths in font units, as hb-shape of HarfBuzz 6.0 prints them for the fonts of Debian 12.
namespace {

constexpr double kHelloNoto = 2426 / 1000.0;        // 741 + 564 + 258 + 258 + 605
constexpr double kHelloNotoBold = 2585 / 1000.0;    // 765 + 591 + 305 + 305 + 619
constexpr double kKhmerBattambang = 2800 / 2048.0;  // ខ្មែរ: 700 + 1400 + 700

/// A style in which an em of Noto Sans is 100 canvas units wide (win ascent + descent is 1.362 em).
Style notoStyle() {
    Style style;
    style.fontName = "Noto Sans";
    style.fontSize = 136.2;
    return style;
}

Document styled(const Style& style, Cue cue) {
    Document document = documentOf({std::move(cue)}, "ass");
    document.styles.push_back(style);
    document.canvas = Canvas{1000, 1000};
    return document;
}

Profile emProfile(double most) {
    Profile profile;
    profile.maxLineWidthEm = most;
    return profile;
}

Profile shareProfile(double most) {
    Profile profile;
    profile.maxLineWidthShare = most;
    return profile;
}

double widthIn(const Document& document) {
    const auto findings = findingsIn(document, emProfile(0.001));
    const auto width = std::ranges::find(findings, "line-width", &Finding::rule);
    REQUIRE(width != findings.end());
    return width->measured;
}

}  // namespace

TEST_CASE("a line as wide as allowed is let pass", "[qc][font]") {
    CHECK(findingsIn(styled(notoStyle(), textOf("Hello")), emProfile(kHelloNoto)).empty());
    CHECK(findingsIn(styled(notoStyle(), textOf("Hello")), shareProfile(kHelloNoto / 10)).empty());
    CHECK(findingsIn(styled(notoStyle(), textOf("Hello\nHello\nHello")), emProfile(2.43)).empty());
    CHECK(findingsIn(styled(notoStyle(), textOf("")), emProfile(0.1)).empty());
}

TEST_CASE("a line that is too wide in em is found", "[qc][font]") {
    const auto findings = findingsIn(styled(notoStyle(), textOf("He\nHello")), emProfile(2.42));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].rule == "line-width");
    CHECK(findings[0].line == 1);
    CHECK(findings[0].measured == Approx(kHelloNoto));
    CHECK(findings[0].limit == 2.42);
    CHECK(findings[0].unit == "em");
    CHECK(findings[0].message == "line 2 is 2.43 em wide in Noto Sans; 2.42 em are allowed");
}

TEST_CASE("a line that takes too much of the picture is found", "[qc][font]") {
    const auto findings = findingsIn(styled(notoStyle(), textOf("Hello")), shareProfile(0.24));
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].measured == Approx(24.26));
    CHECK(findings[0].limit == Approx(24));
    CHECK(findings[0].unit == "%");
    CHECK(findings[0].message ==
          "line 1 takes 24.26 % of the picture's width in Noto Sans; 24 % are allowed");
}

TEST_CASE("of two widths the one that is broken more is named", "[qc][font]") {
    Profile profile;
    profile.maxLineWidthEm = 2;
    profile.maxLineWidthShare = 0.1;
    CHECK(findingsIn(styled(notoStyle(), textOf("Hello")), profile)[0].unit == "%");
    profile.maxLineWidthShare = 0.9;
    CHECK(findingsIn(styled(notoStyle(), textOf("Hello")), profile)[0].unit == "em");
}

TEST_CASE("Khmer is measured in the font of its style", "[qc][font][khmer]") {
    Style style = notoStyle();
    style.fontName = "Khmer OS Battambang";
    CHECK(widthIn(styled(style, textOf("ខ្មែរ"))) == Approx(kKhmerBattambang));
    CHECK(widthIn(styled(style, textOf("ខ្មែរ\u200B"))) == Approx(kKhmerBattambang));
}

TEST_CASE("a document without styles is measured in the style of its language",
          "[qc][font][khmer]") {
    Document document = documentOf({textOf("ខ្មែរ")});
    CHECK(widthIn(document) == Approx(kKhmerBattambang));
    document.language = "km";
    CHECK(widthIn(document) == Approx(kKhmerBattambang));
    CHECK(widthIn(documentOf({textOf("Hello")})) == Approx(kHelloNoto));
}

TEST_CASE("a style's weight, scale and spacing change the width", "[qc][font]") {
    Style style = notoStyle();
    style.bold = true;
    CHECK(widthIn(styled(style, textOf("Hello"))) == Approx(kHelloNotoBold));
    style = notoStyle();
    style.scaleX = 50;
    CHECK(widthIn(styled(style, textOf("Hello"))) == Approx(kHelloNoto / 2));
    style = notoStyle();
    style.spacing = 10;  // a tenth of an em after each of five letters
    CHECK(widthIn(styled(style, textOf("Hello"))) == Approx(kHelloNoto + 0.5));
    style = notoStyle();
    style.fontName = "@Noto Sans";
    CHECK(widthIn(styled(style, textOf("Hello"))) == Approx(kHelloNoto));
}

TEST_CASE("spans inside a line change its width", "[qc][font]") {
    Cue cue = textOf("Hello\nHello");
    cue.text.spans = {{SpanKind::FontSize, 6, 11, "272.4"}};
    const auto doubled = findingsIn(styled(notoStyle(), cue), emProfile(2.5));
    REQUIRE(doubled.size() == 1);
    CHECK(doubled[0].line == 1);
    CHECK(doubled[0].measured == Approx(2 * kHelloNoto));

    cue = textOf("Hello Hello");
    cue.text.spans = {{SpanKind::Bold, 6, 11, ""}, {SpanKind::Color, 0, 11, "#FF0000"}};
    CHECK(widthIn(styled(notoStyle(), cue)) == Approx(kHelloNoto + 0.26 + kHelloNotoBold));
    cue.text.spans = {{SpanKind::Bold, 6, 11, "700"}};
    CHECK(widthIn(styled(notoStyle(), cue)) == Approx(kHelloNoto + 0.26 + kHelloNotoBold));
    cue.text.spans = {{SpanKind::Bold, 6, 11, "0"}};
    CHECK(widthIn(styled(notoStyle(), cue)) == Approx(kHelloNoto * 2 + 0.26));

    // Battambang's em is smaller at the same size: its win metrics are 3700 / 2048.
    cue = textOf("Hello");
    cue.text.spans = {{SpanKind::Font, 0, 5, "Khmer OS Battambang"}};
    CHECK(widthIn(styled(notoStyle(), cue)) == Approx(4579 / 2048.0 * 1.362 / (3700 / 2048.0)));
}

TEST_CASE("where a font is at hand its width is judged and the count is not", "[qc][font][khmer]") {
    Profile profile = emProfile(1.3);
    profile.maxLineCount = 1;
    profile.lineUnit = CountUnit::Clusters;
    profile.lineCountUse = LineCountUse::WithoutFont;
    Style style = notoStyle();
    style.fontName = "Khmer OS Battambang";
    const auto measured = findingsIn(styled(style, textOf("ខ្មែរ")), profile);
    REQUIRE(measured.size() == 1);
    CHECK(measured[0].rule == "line-width");
    style.fontName = "No Font Has This Name";
    const Document replaced = styled(style, textOf("ខ្មែរ"));
    CHECK(found("line-length", replaced, profile).size() == 1);
    CHECK(found("line-width", replaced, profile).empty());
}

TEST_CASE("without that wish both the count and the width are judged", "[qc][font]") {
    Profile profile = emProfile(1);
    profile.maxLineCount = 1;
    CHECK(findingsIn(styled(notoStyle(), textOf("Hello")), profile).size() == 2);
}
