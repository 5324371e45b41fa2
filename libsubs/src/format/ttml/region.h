// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include "format/ttml/look.h"
#include "format/ttml/timing.h"

#include <cstdint>
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

/// The distances of its box from the picture's edges, on a canvas of that size.
Margins marginsOf(const Region& region, std::int32_t width, std::int32_t height);

}  // namespace subs::ttml
