// SPDX-License-Identifier: MIT
#include <subs/text/clusters.h>
#include <subs/text/measure.h>

#include "catch.h"

#include <ctime>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace subs;

// Expected values are font units as `hb-shape --show-extents` of HarfBuzz 6.0 prints them, and the
// OS/2 table of the fonts of Debian 12 (fonts-khmeros 5.0, fonts-noto-core): 2048 units an em in
// Khmer OS Battambang, 1000 in Noto.
namespace {

const std::string kBattambang = "Khmer OS Battambang";
const std::string kNotoKhmer = "Noto Sans Khmer";
const std::string kNoto = "Noto Sans";

Measurer measurerOf(const std::string& family) {
    auto measurer = Measurer::open(family);
    REQUIRE(measurer);
    return std::move(*measurer);
}

Approx units(double value, double unitsPerEm) {
    return Approx(value / unitsPerEm).margin(1e-9);
}

}  // namespace

TEST_CASE("a font is found by its exact family", "[text][font]") {
    CHECK(measurerOf(kBattambang).family() == kBattambang);
    CHECK(measurerOf(kNotoKhmer).family() == kNotoKhmer);
    CHECK(measurerOf("khmer os battambang").family() == kBattambang);
    CHECK(measurerOf("khmer os battambang").isAsAsked());
}

TEST_CASE("a font is found by its full and its PostScript name, as libass finds it",
          "[text][font]") {
    for (const std::string name : {"Noto Sans Bold", "NotoSans-Bold"}) {
        CAPTURE(name);
        const Measurer bold = measurerOf(name);
        CHECK(bold.isAsAsked());
        CHECK(bold.family() == kNoto);
        CHECK(bold.measured("Hello").advance.value == units(765 + 591 + 305 + 305 + 619, 1000));
    }
}

TEST_CASE("a measurer says which font took the place of one that is not there", "[text][font]") {
    const Measurer measurer = measurerOf("No Font Has This Name");
    CHECK_FALSE(measurer.family().empty());
    CHECK(measurer.family() != "No Font Has This Name");
    CHECK_FALSE(measurer.isAsAsked());
    CHECK_FALSE(measurerOf("").isAsAsked());
    CHECK(measurer.measured("abc").advance.value > 0);
}

TEST_CASE("metrics are the win metrics of the font", "[text][font]") {
    const FontMetrics battambang = measurerOf(kBattambang).metrics();
    CHECK(battambang.winAscent.value == units(2500, 2048));   // 1.221
    CHECK(battambang.winDescent.value == units(1200, 2048));  // 0.586
    const FontMetrics noto = measurerOf(kNotoKhmer).metrics();
    CHECK(noto.winAscent.value == units(1069, 1000));
    CHECK(noto.winDescent.value == units(293, 1000));
    CHECK(noto.emSizeFor(68.1) == Approx(50));
    CHECK(battambang.emSizeFor(3700) == Approx(2048));
}

TEST_CASE("Khmer is shaped before it is measured", "[text][font][khmer]") {
    CHECK(measurerOf(kBattambang).measured("ខ្មែរ").advance.value == units(700 + 1400 + 700, 2048));
    CHECK(measurerOf(kNotoKhmer).measured("ខ្មែរ").advance.value == units(288 + 635 + 288, 1000));
    CHECK(measurerOf(kBattambang).measured("ស្ត្រី").advance.value == units(700 + 2100, 2048));
}

TEST_CASE("Latin is measured in its own font", "[text][font]") {
    CHECK(measurerOf(kNoto).measured("Hello").advance.value ==
          units(741 + 564 + 258 + 258 + 605, 1000));
    CHECK(measurerOf(kBattambang).measured("Hello").advance.value ==
          units(1478 + 1138 + 433 + 433 + 1097, 2048));
}

TEST_CASE("the bold face is measured where a style is bold", "[text][font]") {
    // NotoSans-Bold.ttf, 1000 units an em.
    const auto bold = Measurer::open(kNoto, {.bold = true});
    REQUIRE(bold);
    CHECK(bold->family() == kNoto);
    CHECK(bold->measured("Hello").advance.value == units(765 + 591 + 305 + 305 + 619, 1000));
}

TEST_CASE("ink covers what hangs over and under the line", "[text][font][khmer]") {
    const LineExtent extent = measurerOf(kBattambang).measured("ស្ត្រី");
    CHECK(extent.inkLeft.value == units(50, 2048));
    CHECK(extent.inkRight.value == units(700 + 250 + 1750, 2048));
    CHECK(extent.inkTop.value == units(2500 - 350, 2048));
    CHECK(extent.inkBottom.value == units(1100, 2048));
    CHECK(measurerOf(kBattambang).measured("ក").inkBottom < extent.inkBottom);
}

TEST_CASE("a space adds its advance and no ink", "[text][font]") {
    const Measurer measurer = measurerOf(kBattambang);
    const LineExtent word = measurer.measured("ខ្មែរ");
    CHECK(measurer.measured("ខ្មែរ ").advance.value == Approx(word.advance.value + 600 / 2048.0));
    CHECK(measurer.measured("ខ្មែរ ខ្មែរ").advance.value ==
          Approx(2 * word.advance.value + 600 / 2048.0));
    CHECK(measurer.measured("ខ្មែរ ").inkRight == word.inkRight);
}

TEST_CASE("invisible characters add no width and miss no glyph", "[text][font][khmer]") {
    for (const std::string& family : {kBattambang, kNotoKhmer}) {
        const Measurer measurer = measurerOf(family);
        const double width = measurer.measured("ខ្មែរកម្ពុជា").advance.value;
        for (const std::string sign : {"\u200B", "\u2060", "\uFEFF"}) {
            const LineExtent extent = measurer.measured("ខ្មែរ" + sign + "កម្ពុជា");
            CHECK(extent.advance.value == Approx(width));
            CHECK(extent.missingGlyphs == 0);
        }
    }
}

TEST_CASE("what a font lacks is taken from another at the size libass gives it", "[text][font]") {
    // Noto Sans Khmer has no Latin letters, Noto Sans no Khmer.
    const LineExtent mixed = measurerOf(kNotoKhmer).measured("ខ្មែរ Hello");
    CHECK(mixed.missingGlyphs == 0);
    CHECK(mixed.advance.value > 1.2 + 0.26 + 1.5);
    const LineExtent khmer = measurerOf(kNoto).measured("ខ្មែរ");
    CHECK(khmer.missingGlyphs == 0);
    CHECK(khmer.advance.value > 0.5);
}

TEST_CASE("a line in two scripts is as wide as its parts", "[text][font][khmer]") {
    const Measurer measurer = measurerOf(kBattambang);
    const double parts = measurer.measured("ប្រើ").advance.value +
                         measurer.measured("Film").advance.value +
                         measurer.measured("ជា").advance.value;
    CHECK(measurer.measured("ប្រើFilmជា").advance.value == Approx(parts));
}

TEST_CASE("characters that no font has are counted", "[text][font]") {
    const Measurer measurer = measurerOf(kBattambang);
    CHECK(measurer.measured("a\U0010FFFDb\U0010FFFD").missingGlyphs == 2);
    CHECK(measurer.measured("ab").missingGlyphs == 0);
}

TEST_CASE("an empty line has no extent", "[text][font]") {
    const LineExtent extent = measurerOf(kBattambang).measured("");
    CHECK(extent.advance.value == 0);
    CHECK(extent.inkTop.value == 0);
    CHECK(extent.missingGlyphs == 0);
}

TEST_CASE("lines are not kerned, as libass does not kern", "[text][font]") {
    const Measurer measurer = measurerOf(kNoto);
    const double a = measurer.measured("A").advance.value;
    const double v = measurer.measured("V").advance.value;
    CHECK(measurer.measured("AVAV").advance.value == Approx(2 * (a + v)));
}

TEST_CASE("pens are where the measured beginnings of a line end", "[text][font][khmer]") {
    const std::string text = "ខ្ញុំចង់ទៅផ្សារ Facebook ២០២៤ ស្ត្រី";
    for (const std::string& family : {kBattambang, kNotoKhmer}) {
        const Measurer measurer = measurerOf(family);
        const Offsets ends = clusterEnds(text);
        const std::vector<Em> pens = measurer.pens(text, ends);
        REQUIRE(pens.size() == ends.size());
        for (std::size_t i = 0; i < ends.size(); ++i) {
            const double measured =
                measurer.measured(std::string_view(text).substr(0, ends[i])).advance.value;
            CHECK(pens[i].value == Approx(measured).epsilon(0.02));
        }
    }
}

TEST_CASE("pens of a line do not depend on what was asked for before", "[text][font][khmer]") {
    const Measurer measurer = measurerOf(kBattambang);
    const std::vector<std::string> texts = {"ខ្ញុំទៅផ្សារ Facebook", "سلام ខ្ញុំ", "ខ្ញុំទៅ", ""};
    const auto atEnd = [](const Measurer& one, const std::string& text) {
        const std::vector<std::uint32_t> end{0, static_cast<std::uint32_t>(text.size())};
        return one.pens(text, end);
    };
    for (const std::string& text : texts) {
        const Offsets ends = clusterEnds(text);
        const std::vector<Em> fresh = measurerOf(kBattambang).pens(text, ends);
        const std::vector<Em> whole = atEnd(measurer, text);
        CHECK(measurer.pens(text, ends) == fresh);
        CHECK(whole == atEnd(measurer, text));
        CHECK(whole == atEnd(measurerOf(kBattambang), text));
        CHECK(whole.front().value == 0);
    }
}

TEST_CASE("joined letters are measured as a whole for pens too", "[text][font]") {
    const Measurer measurer = measurerOf(kNoto);
    const std::string text = "سلام";
    const std::vector<std::uint32_t> end{static_cast<std::uint32_t>(text.size())};
    CHECK(measurer.pens(text, end).front().value == Approx(measurer.measured(text).advance.value));
}

TEST_CASE("twice as many signs on a letter, or letters in a stack, take no four times as long",
          "[text][font]") {
    const Measurer measurer = measurerOf(kBattambang);
    const auto secondsFor = [&](std::string_view first, std::string_view more, int count) {
        std::string line(first);
        for (int i = 0; i < count; ++i)
            line += more;
        const std::clock_t begin = std::clock();
        CHECK(measurer.measured(line).advance.value > 0);
        return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    };
    // 40,000 of each took more than 5 s, and take less than 0.1 s; sanitizers take their time.
    CHECK(secondsFor("\u1780", "\u17D2\u1780", 40'000) < 2.5);
    CHECK(secondsFor("\u1780", "\u17CB", 40'000) < 2.5);
    CHECK(secondsFor("\u0E01", "\u0E35", 40'000) < 2.5);
    CHECK(secondsFor("\u1000", "\u1039\u1000", 40'000) < 2.5);
}
