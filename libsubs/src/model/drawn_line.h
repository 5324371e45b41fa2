// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/line_glyphs.h>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace subs {

/// A box of ink in canvas units, from the beginning of a line on its base line.
struct DrawnInk {
    double left = 0;
    double right = 0;
    double top = 0;        ///< Above the base line.
    double bottom = 0;     ///< Below the base line, positive.
    std::uint32_t at = 0;  ///< Byte of the cue's plain text where its cluster begins.
};

/// A line of a cue as libass draws it: without the spaces at its ends, outline and shadow apart.
/// Lengths are canvas units, places bytes of the cue's plain text.
struct DrawnLine {
    bool isEmpty = false;  ///< There is nothing in it, not even a space.
    double advance = 0;    ///< How far the pen moves.
    double ascent = 0;     ///< Of the line's box above the base line; of an empty one half of it.
    double descent = 0;    ///< The same below it, positive.
    DrawnInk ink;          ///< Of all glyphs; all 0 without any.
    std::vector<DrawnInk> glyphs;  ///< None in a sketch.
    std::vector<MissingCharacter> missing;
    std::vector<BorrowedText> borrowed;      ///< By other fonts than the one that is in use there.
    std::vector<std::uint32_t> badClusters;  ///< See `LineGlyphs`; none where letters are spaced.
};

/// How closely a line is measured.
enum class DrawnDetail : std::uint8_t {
    Sketch,  ///< Without single glyphs, widths to a hundredth or two; quick.
    Glyphs,
};

}  // namespace subs
