// SPDX-License-Identifier: MIT
#include <subs/text/line_glyphs.h>

#include "catch.h"

#include <array>
#include <ctime>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace subs;

// Dotted circles are those of the reference (hb-shape of HarfBuzz 6.0), metrics those of the OS/2
// tables of the fonts of Debian 12, in font units as hb-shape --show-extents prints them.
namespace {

const std::string kBattambang = "Khmer OS Battambang";
const std::string kNotoKhmer = "Noto Sans Khmer";
const std::string kNotoSerif = "Noto Serif Khmer";
const std::string kKhmerOs = "Khmer OS";

Measurer measurerOf(const std::string& family) {
    auto measurer = Measurer::open(family);
    REQUIRE(measurer);
    return std::move(*measurer);
}

std::vector<std::uint32_t> badClusters(const std::string& family, const std::string& text) {
    return measurerOf(family).glyphs(text).badClusters;
}

using Places = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("a sign that has no base is drawn with a dotted circle", "[text][font][glyphs][khmer]") {
    const std::string family = GENERATE(kBattambang, kKhmerOs, kNotoKhmer, kNotoSerif);
    CAPTURE(family);
    for (const std::string text : {"សើុប", "្ក", "ា", "កាា", "កិិ"}) {
        CAPTURE(text);
        CHECK(badClusters(family, text) == Places{0});
    }
}

TEST_CASE("spellings that the shaper puts up with have no dotted circle",
          "[text][font][glyphs][khmer]") {
    const std::string family = GENERATE(kBattambang, kKhmerOs, kNotoKhmer, kNotoSerif);
    CAPTURE(family);
    for (const std::string text :
         {"ស្រ្តី", "លេាក", "ម៉្យាង", "ខែ្មរ", "កំុ", "ស៊េីប", "ស្ត្រី", "ក្\u200Bម", "abc", ""}) {
        CAPTURE(text);
        CHECK(badClusters(family, text).empty());
    }
}

TEST_CASE("each cluster with a dotted circle is named by its place",
          "[text][font][glyphs][khmer]") {
    CHECK(badClusters(kBattambang, "ខ្មែរ កាា ក កិិ") == Places{16, 30});
}

TEST_CASE("a dotted circle that was typed is no fault", "[text][font][glyphs][khmer]") {
    CHECK(badClusters(kBattambang, "\u25CC").empty());
    CHECK(badClusters(kBattambang, "\u25CCា").empty());
    CHECK(badClusters(kBattambang, "\u25CCា កាា") == Places{7});
}

TEST_CASE("missing characters are told with their places", "[text][font][glyphs]") {
    const LineGlyphs line = measurerOf(kBattambang).glyphs("a\U0010FFFDក\U0010FFFE");
    CHECK(line.extent.missingGlyphs == 2);
    REQUIRE(line.missing.size() == 2);
    CHECK(line.missing[0].at == 1);
    CHECK(line.missing[0].codePoint == 0x10FFFD);
    CHECK(line.missing[1].at == 8);
    CHECK(line.missing[1].codePoint == 0x10FFFE);
    CHECK(measurerOf(kBattambang).glyphs("ab\u200B\u2060").missing.empty());
}

TEST_CASE("what another font draws is told with that font", "[text][font][glyphs]") {
    const LineGlyphs mixed = measurerOf(kNotoKhmer).glyphs("ខ្មែរ Hello");
    REQUIRE(mixed.borrowed.size() == 1);
    CHECK(mixed.borrowed[0].begin == 16);
    CHECK(mixed.borrowed[0].end == 21);
    CHECK_FALSE(mixed.borrowed[0].family.empty());
    CHECK(mixed.borrowed[0].family != kNotoKhmer);
    CHECK(measurerOf(kNotoKhmer).glyphs("ខ្មែរ").borrowed.empty());
    // The family of Khmer OS has Latin letters.
    CHECK(measurerOf(kBattambang).glyphs("ខ្មែរ Hello").borrowed.empty());
}

TEST_CASE("ink goes under the box of Noto Serif Khmer and not of Khmer OS",
          "[text][font][glyphs][khmer]") {
    const Measurer serif = measurerOf(kNotoSerif);
    const LineGlyphs woman = serif.glyphs("ស្ត្រី");
    CHECK(woman.descent.value == Approx(0.293));
    CHECK(woman.extent.inkBottom > woman.descent);
    const LineGlyphs other = measurerOf(kKhmerOs).glyphs("ស្ត្រី");
    CHECK(other.ascent.value == Approx(1.270).margin(0.001));
    CHECK(other.descent.value == Approx(0.732).margin(0.001));
    CHECK(other.extent.inkBottom <= other.descent);
}

TEST_CASE("the box of a line is that of the fonts that are drawn in", "[text][font][glyphs]") {
    const Measurer noto = measurerOf("Noto Sans");
    CHECK(noto.glyphs("").ascent.value == Approx(1.069));
    CHECK(noto.glyphs("a").ascent.value == Approx(1.069));
    // At the same size each font is as high, but not as high above the base line: as libass.
    const LineGlyphs borrowed = noto.glyphs("ក");
    CHECK(borrowed.ascent.value + borrowed.descent.value == Approx(1.362));
    const LineGlyphs both = noto.glyphs("aក");
    CHECK(both.ascent.value == std::max(1.069, borrowed.ascent.value));
    CHECK(both.descent.value == std::max(0.293, borrowed.descent.value));
}

TEST_CASE("the glyphs of a line fill its extent", "[text][font][glyphs][khmer]") {
    const std::string text = "ស្ត្រី ខ្មែរ Hello";
    const Measurer measurer = measurerOf(kBattambang);
    const LineGlyphs line = measurer.glyphs(text);
    const LineExtent extent = measurer.measured(text);
    CHECK(line.extent.advance.value == extent.advance.value);
    double top = 0;
    double bottom = 0;
    double right = 0;
    for (const GlyphInk& ink : line.ink) {
        top = std::max(top, ink.top.value);
        bottom = std::max(bottom, ink.bottom.value);
        right = std::max(right, ink.right.value);
        CHECK(ink.at < text.size());
    }
    CHECK(top == extent.inkTop.value);
    CHECK(bottom == extent.inkBottom.value);
    CHECK(right == extent.inkRight.value);
}

TEST_CASE("bad input is drawn in a defined way", "[text][font][glyphs]") {
    const Measurer measurer = measurerOf(kBattambang);
    CHECK(measurer.glyphs("").ink.empty());
    CHECK(measurer.glyphs("\xFF\xE1\x9E").extent.advance.value >= 0);
    CHECK(measurerOf("No Font Has This Name").glyphs("ក").badClusters.empty());
    std::string marks = "ក";
    for (int i = 0; i < 500; ++i)
        marks += "ិ";
    CHECK(measurer.glyphs(marks).badClusters == Places{0});
}

TEST_CASE("a sketch of a line tells what its glyphs tell", "[text][font][glyphs][khmer]") {
    const std::string family = GENERATE(kBattambang, kKhmerOs, kNotoKhmer, kNotoSerif);
    CAPTURE(family);
    const Measurer measurer = measurerOf(family);
    for (const std::string text : {"ស្ត្រី ខ្មែរ Hello",
                                   "ខ្ញុំចង់ទៅផ្សារ Facebook ២០២៤ កាា ក",
                                   "a\U0010FFFD្ក",
                                   "◌ា ◌ាា",
                                   "سلام",
                                   ""}) {
        CAPTURE(text);
        const LineGlyphs exact = measurer.glyphs(text);
        const LineGlyphs sketch = measurer.sketch(text);
        CHECK(sketch.ink.empty());
        CHECK(sketch.badClusters == exact.badClusters);
        CHECK(sketch.missing.size() == exact.missing.size());
        REQUIRE(sketch.borrowed.size() == exact.borrowed.size());
        for (std::size_t i = 0; i < exact.borrowed.size(); ++i) {
            CHECK(sketch.borrowed[i].begin == exact.borrowed[i].begin);
            CHECK(sketch.borrowed[i].end == exact.borrowed[i].end);
            CHECK(sketch.borrowed[i].family == exact.borrowed[i].family);
        }
        CHECK(sketch.ascent == exact.ascent);
        CHECK(sketch.descent == exact.descent);
        CHECK(sketch.extent.inkTop == exact.extent.inkTop);
        CHECK(sketch.extent.inkBottom == exact.extent.inkBottom);
        CHECK(sketch.extent.inkRight.value ==
              Approx(exact.extent.inkRight.value).epsilon(0.02).margin(1e-9));
    }
}

TEST_CASE("a hundred thousand signs without a base are drawn as fast as a hundred thousand letters",
          "[text][font][glyphs][khmer]") {
    struct Line {
        std::string_view first;
        std::string_view sign;
        std::size_t clusters;  ///< That have dotted circles.
    };
    // Signs that follow on one another are one cluster. 40,000 took 10 s and more.
    constexpr std::size_t kCount = 100'000;
    constexpr std::array kLines{Line{"\u1780", "\u17B6", 1},
                                Line{"\u1780", "\u17D2", 1},
                                Line{"", "\u17C6", 1},
                                Line{"", " \u17B6", kCount}};
    const Measurer measurer = measurerOf(kBattambang);
    for (const Line& one : kLines) {
        std::string line(one.first);
        for (std::size_t i = 0; i < kCount; ++i)
            line += one.sign;
        const std::clock_t begin = std::clock();
        CHECK(measurer.glyphs(line).badClusters.size() == one.clusters);
        CHECK(measurer.sketch(line).badClusters.size() == one.clusters);
        CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 5);
    }
}
