// SPDX-License-Identifier: MIT
#include <subs/editor/colors.h>
#include <subs/editor/theme.h>

#include "catch.h"

#include <cmath>

using namespace subs::editor;

namespace {

struct Pair {
    ColorRole ink;
    ColorRole ground;
    double light;  // As the design states them, to one decimal.
    double dark;
};

// editor.md, section 5.
constexpr Pair kPairs[] = {
    {ColorRole::Text, ColorRole::Panel, 16.2, 14.3},
    {ColorRole::Text, ColorRole::Selection, 13.1, 9.2},
    {ColorRole::Secondary, ColorRole::Panel, 6.5, 8.0},
    {ColorRole::Secondary, ColorRole::Bar, 6.0, 6.8},
    {ColorRole::Secondary, ColorRole::Selection, 5.2, 5.1},
    {ColorRole::Accent, ColorRole::Panel, 6.1, 7.8},
    {ColorRole::Accent, ColorRole::Selection, 4.9, 5.0},
    {ColorRole::TextOnAccent, ColorRole::Accent, 6.1, 8.1},
    {ColorRole::Khmer, ColorRole::Panel, 6.1, 8.9},
    {ColorRole::Khmer, ColorRole::KhmerTint, 5.0, 6.5},
    {ColorRole::English, ColorRole::Panel, 7.4, 8.4},
    {ColorRole::English, ColorRole::EnglishTint, 5.9, 6.8},
    {ColorRole::Error, ColorRole::Panel, 6.5, 8.0},
    {ColorRole::Error, ColorRole::ErrorTint, 5.4, 6.4},
    {ColorRole::Warning, ColorRole::Panel, 7.1, 10.2},
    {ColorRole::Warning, ColorRole::WarningTint, 6.2, 7.4},
    {ColorRole::Fits, ColorRole::Panel, 6.5, 9.8},
    {ColorRole::Fits, ColorRole::FitsTint, 5.6, 7.3},
    {ColorRole::Playhead, ColorRole::Panel, 5.2, 7.8},
};

bool near(double value, double expected, double within) {
    return std::abs(value - expected) <= within;
}

double ratioOf(const Pair& pair, Shade shade) {
    const Colors& colors = Colors::of(shade);
    return contrastRatio(colors[pair.ink], colors[pair.ground]);
}

}  // namespace

TEST_CASE("contrast ratio is that of WCAG", "[editor][theme]") {
    CHECK(near(contrastRatio(Qt::black, Qt::white), 21.0, 0.0001));
    CHECK(near(contrastRatio(Qt::white, Qt::white), 1.0, 0.0001));
    CHECK(near(contrastRatio(QColor(0x77, 0x77, 0x77), Qt::white), 4.48, 0.005));
}

TEST_CASE("every text colour reads at 4.5 to 1 or better on its grounds", "[editor][theme]") {
    for (const Pair& pair : kPairs) {
        CAPTURE(static_cast<int>(pair.ink), static_cast<int>(pair.ground));
        CHECK(near(ratioOf(pair, Shade::Light), pair.light, 0.051));
        CHECK(near(ratioOf(pair, Shade::Dark), pair.dark, 0.051));
        CHECK(ratioOf(pair, Shade::Light) >= 4.5);
        CHECK(ratioOf(pair, Shade::Dark) >= 4.5);
    }
}

TEST_CASE("edges of fields and disabled text reach 3 to 1", "[editor][theme]") {
    for (const Shade shade : {Shade::Light, Shade::Dark}) {
        const Colors& colors = Colors::of(shade);
        CHECK(contrastRatio(colors[ColorRole::FieldEdge], colors[ColorRole::Panel]) >= 3.0);
        CHECK(contrastRatio(colors[ColorRole::Disabled], colors[ColorRole::Panel]) >= 3.0);
    }
}

TEST_CASE("Khmer is teal and English violet under any subtag", "[editor][theme]") {
    const Colors& colors = Colors::of(Shade::Light);
    CHECK(colors.language("km") == QColor(0x0B, 0x6E, 0x69));
    CHECK(colors.language("km-KH") == QColor(0x0B, 0x6E, 0x69));
    CHECK(colors.language("en") == QColor(0x6A, 0x3F, 0xA0));
    CHECK(colors.language("kmr") == QColor(0x6A, 0x3F, 0xA0));
}

TEST_CASE("a palette leads back to its own table", "[editor][theme]") {
    for (const Shade shade : {Shade::Light, Shade::Dark})
        CHECK(Colors::of(Colors::of(shade).palette()).shade() == shade);
}

TEST_CASE("the surround of the picture is grey", "[editor][theme]") {
    for (const Shade shade : {Shade::Light, Shade::Dark}) {
        const QColor surround = Colors::of(shade)[ColorRole::Surround];
        CHECK(surround.red() == surround.green());
        CHECK(surround.green() == surround.blue());
    }
}

TEST_CASE("the style sheet names only colours of the table", "[editor][theme]") {
    for (const Shade shade : {Shade::Light, Shade::Dark}) {
        const QString sheet = styleSheetOf(Colors::of(shade));
        CHECK(sheet.contains(Colors::of(shade)[ColorRole::Accent].name()));
        CHECK(sheet.count(u'@') == 1);  // The one in its opening remark.
    }
}
