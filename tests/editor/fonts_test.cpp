// SPDX-License-Identifier: MIT
#include <subs/editor/fonts.h>

#include "catch.h"

#include <QtGui/QFontInfo>

using namespace subs::editor;

TEST_CASE("the interface is Noto Sans and Khmer is Khmer OS Battambang", "[editor][fonts]") {
    REQUIRE(missingFamilies().isEmpty());
    CHECK(QFontInfo(interfaceFont(TextSize::Normal)).family() == "Noto Sans");
    CHECK(QFontInfo(khmerFont(TextSize::KhmerRow)).family() == "Khmer OS Battambang");
    CHECK(QFontInfo(textFont("km-KH", TextSize::KhmerRow)).family() == "Khmer OS Battambang");
    CHECK(QFontInfo(textFont("en", TextSize::Normal)).family() == "Noto Sans");
}

TEST_CASE("font sizes are the pixels of the design", "[editor][fonts]") {
    CHECK(QFontInfo(interfaceFont(TextSize::Normal)).pixelSize() == 13);
    CHECK(QFontInfo(khmerFont(TextSize::KhmerRow)).pixelSize() == 14);
    CHECK(QFontInfo(khmerFont(TextSize::EditBox)).pixelSize() == 17);
}

TEST_CASE("a Khmer row is pitched by its shaped ink", "[editor][fonts]") {
    const QFont font = khmerFont(TextSize::KhmerRow);
    const InkHeight ink = inkHeight(font);
    CHECK(linePitch(font) == 26);  // 14 px on 26 px, editor.md section 6.
    CHECK(ink.above + ink.below <= 26);
    CHECK(baselineIn(font, 26) >= ink.above);
    CHECK(26 - baselineIn(font, 26) >= ink.below);
}

TEST_CASE("a pitch is never less than ink or than asked for", "[editor][fonts]") {
    const QFont font = khmerFont(TextSize::EditBox);
    const InkHeight ink = inkHeight(font);
    CHECK(linePitch(font, 36) >= 36);
    CHECK(linePitch(font) >= ink.above + ink.below);
    CHECK(linePitch(interfaceFont(TextSize::Normal)) == 21);  // 13 px on 21 px.
}
