// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace subs {

/// How lengths of one canvas look the same on another, as libass 0.17 draws them: distances across
/// and places go by its width, distances up and sizes of letters by its height; outlines and
/// shadows too, unless both documents measure them in pixels of the video.
struct CanvasScale {
    double x = 1;
    double y = 1;
    double size = 1;
    double border = 1;

    bool isNone() const { return x == 1 && y == 1 && border == 1; }
};

/// No scale where a side of one of them is nothing.
CanvasScale scaleBetween(const Canvas& from, const Canvas& to);

/// The number that `text` begins with, behind blanks, `factor` times; what stands behind it stays,
/// and all of it where there is none. Three decimals at most.
std::string scaledNumber(std::string_view text, double factor);

/// To the nearest; what was not nothing (a style's own margin) does not become it.
std::int32_t scaledLength(std::int32_t length, double factor);

}  // namespace subs
