// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace subs {

/// sRGB with opacity; 255 is opaque.
struct Color {
    std::uint8_t red = 255;
    std::uint8_t green = 255;
    std::uint8_t blue = 255;
    std::uint8_t alpha = 255;
    friend constexpr bool operator==(Color, Color) = default;
};

/// What is drawn behind the letters: an outline and a shadow of their shapes, or of a box around
/// them, which is filled with the colour of the outline (libass 0.17, VSFilter).
enum class BorderStyle : std::uint8_t { OutlineAndShadow = 1, OpaqueBox = 3 };

/// How cues look. Lengths are canvas units (see `Canvas`); the field set is that of ASS, the
/// richest of the line formats. `fontSize` is the height that libass and VSFilter give the font's
/// ascent and descent (its win metrics), not the em: see text/measure.h.
struct Style {
    PieceRef piece;
    std::string name = "Default";
    std::string fontName = "Noto Sans";
    double fontSize = 64;
    Color primary;                     ///< Of the letters.
    Color secondary{255, 0, 0, 255};   ///< Of letters not yet sung.
    Color outlineColor{0, 0, 0, 255};  ///< Of the outline or box.
    Color backColor{0, 0, 0, 128};     ///< Of the shadow.
    bool bold = false;
    bool italic = false;
    bool underline = false;
    bool strike = false;
    double scaleX = 100;  ///< Per cent.
    double scaleY = 100;
    double spacing = 0;
    double angle = 0;  ///< Degrees, anticlockwise.
    BorderStyle border = BorderStyle::OutlineAndShadow;
    double outline = 3;
    double shadow = 1;
    Alignment alignment = Alignment::BottomCentre;
    Margins margins{60, 60, 50};
    std::int32_t encoding = 1;  ///< Windows character set number; 1 is "default".

    friend bool operator==(const Style&, const Style&) = default;
};

/// The style that a text without styles is shown in, by its language ("km", "en", ...; empty:
/// undetermined), for a canvas of 1920 × 1080. Khmer gets Khmer OS Battambang, whose lines do not
/// collide (reference figures in libsubs/README.md), everything else Noto Sans; both at the same
/// size of letters.
Style defaultStyleFor(std::string_view language);

}  // namespace subs
