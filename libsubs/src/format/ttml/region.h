// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include "format/ttml/look.h"
#include "format/ttml/timing.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace subs::ttml {

/// A stretch of the picture, in parts of its width and height.
struct Box {
    double x = 0;
    double y = 0;
    double width = 1;
    double height = 1;
};

/// When tts:display says something else than before.
struct DisplayChange {
    Interval when;
    bool isDisplayed = true;
};

/// Where text can stand (TTML2 §11.1).
struct Region {
    std::string id;  ///< Empty: written inside of the element that it is for.
    StyleValues values;
    Look look;
    Box box;
    DisplayAlign displayAlign = DisplayAlign::Before;
    WritingMode writingMode = WritingMode::LeftToRight;
    Interval active;
    bool isDisplayed = true;
    std::vector<DisplayChange> displays;
};

/// Where the box of a region lies.
Box boxOf(const StyleValues& values);

/// Which ninth of the picture a text aligned so stands in.
Alignment alignmentOf(const Region& region, TextAlign textAlign);

/// A row of text that is beside the edges and the middle of the picture.
struct RowBetween {
    double row = 0;  ///< Where the text is held, as a part of the height.
    DisplayAlign displayAlign = DisplayAlign::Before;
    bool isInMargins = false;  ///< `marginsOf` and `alignmentOf` together say it.
    bool isNear = false;       ///< By an edge, some lines at most from where others put it.
};

/// The row of a text in `region`, where it is not one that a ninth of the picture (`alignmentOf`)
/// stands for: the middle; or at an edge or a tenth of the height from it, as nearly all regions
/// are, or in a box for some lines by it. Other rows within 15 % of an edge are near it.
std::optional<RowBetween> rowBetween(const Region& region);

/// The distances of its box from the picture's edges, on a canvas of that size.
Margins marginsOf(const Region& region, std::int32_t width, std::int32_t height);

}  // namespace subs::ttml
