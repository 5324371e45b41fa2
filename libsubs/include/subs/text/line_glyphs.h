// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/measure.h>

#include <cstdint>
#include <string>
#include <vector>

namespace subs {

/// The box that the ink of one glyph fills, from the beginning of its line on the base line.
struct GlyphInk {
    Em left;
    Em right;
    Em top;                ///< Above the base line.
    Em bottom;             ///< Below the base line, positive.
    std::uint32_t at = 0;  ///< Byte of the line where its cluster begins.
};

/// A character that no font of the machine has.
struct MissingCharacter {
    std::uint32_t at = 0;  ///< Byte of the line.
    char32_t codePoint = 0;
};

/// Characters that the line's own font lacks and another one draws: the bytes [begin, end).
struct BorrowedText {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string family;  ///< Of the font that draws them.
};

/// A line as it is drawn, glyph by glyph; see `Measurer::glyphs`.
struct LineGlyphs {
    LineExtent extent;
    Em ascent;   ///< Of the line's box: the most that a font drawn in has above the base line.
    Em descent;  ///< The same below it, positive. An empty line has the box of its own font.
    std::vector<GlyphInk> ink;               ///< Of the glyphs that have some, from the left.
    std::vector<MissingCharacter> missing;   ///< Ascending.
    std::vector<BorrowedText> borrowed;      ///< Ascending.
    std::vector<std::uint32_t> badClusters;  ///< Where clusters begin into which the shaper put
                                             ///< U+25CC, since their signs have no base; ascending.
};

}  // namespace subs
