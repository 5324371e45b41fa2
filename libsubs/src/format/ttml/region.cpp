// SPDX-License-Identifier: MIT
#include "format/ttml/region.h"

#include <algorithm>
#include <cmath>

namespace subs::ttml {
namespace {

constexpr double kThird = 1.0 / 3;

int thirdOf(double part) {
    if (part < kThird) return 0;
    return part <= 2 * kThird ? 1 : 2;
}

TextAlign physical(TextAlign align, WritingMode mode) {
    const bool isRightToLeft = mode == WritingMode::RightToLeft;
    if (align == TextAlign::Start || align == TextAlign::Justify)
        return isRightToLeft ? TextAlign::Right : TextAlign::Left;
    if (align == TextAlign::End) return isRightToLeft ? TextAlign::Left : TextAlign::Right;
    return align;
}

double columnOf(const Box& box, TextAlign align) {
    if (align == TextAlign::Left) return box.x;
    return align == TextAlign::Right ? box.x + box.width : box.x + box.width / 2;
}

double rowOf(const Box& box, DisplayAlign align) {
    if (align == DisplayAlign::Before) return box.y;
    return align == DisplayAlign::After ? box.y + box.height : box.y + box.height / 2;
}

std::int32_t units(double part, std::int32_t size) {
    return static_cast<std::int32_t>(std::lround(std::clamp(part, 0.0, 1.0) * size));
}

/// At the edge of the picture, as regions of iTunes are, or of its safe area; a line of text is
/// some 6 % high, and half of that is no other place.
bool isUsualGap(double gap) {
    constexpr double kSafe = 0.1;
    constexpr double kHalfLine = 0.03;
    return gap <= kHalfLine || std::abs(gap - kSafe) <= kHalfLine;
}

}  // namespace

Box boxOf(const StyleValues& values) {
    Box box;
    if (values.extent) {
        box.width = values.extent->x;
        box.height = values.extent->y;
    }
    if (values.position) {
        box.x = values.position->x * (1 - box.width);
        box.y = values.position->y * (1 - box.height);
    } else if (values.origin) {
        box.x = values.origin->x;
        box.y = values.origin->y;
    }
    return box;
}

Alignment alignmentOf(const Region& region, TextAlign textAlign) {
    const bool isVertical = region.writingMode == WritingMode::TopToBottom;
    const TextAlign align = physical(textAlign, region.writingMode);
    const int column =
        thirdOf(isVertical ? region.box.x + region.box.width / 2 : columnOf(region.box, align));
    const int row = thirdOf(isVertical ? region.box.y + region.box.height / 2
                                       : rowOf(region.box, region.displayAlign));
    constexpr int kColumns = 3;
    return static_cast<Alignment>((2 - row) * kColumns + column + 1);
}

std::optional<RowBetween> rowBetween(const Region& region) {
    constexpr double kAtEdge = 0.1501;  // with rounding
    constexpr double kSomeLines = 0.2501;
    constexpr double kInMiddle = 0.05;
    if (region.writingMode == WritingMode::TopToBottom) return std::nullopt;
    const Box& box = region.box;
    const double row = rowOf(box, region.displayAlign);
    const int third = thirdOf(row);
    if (third == 1 && std::abs(row - 1.0 / 2) <= kInMiddle) return std::nullopt;
    if (third == 1) return RowBetween{row, region.displayAlign, false, false};
    const DisplayAlign edge = third == 0 ? DisplayAlign::Before : DisplayAlign::After;
    const double gap = third == 0 ? box.y : 1 - box.y - box.height;
    const bool isHeld = region.displayAlign == edge;
    const bool isNear = gap <= kAtEdge && (isHeld || box.height <= kSomeLines);
    if (isNear && (!isHeld || isUsualGap(gap))) return std::nullopt;
    return RowBetween{row, region.displayAlign, isHeld, isNear};
}

Margins marginsOf(const Region& region, std::int32_t width, std::int32_t height) {
    const Box& box = region.box;
    Margins margins;
    margins.left = units(box.x, width);
    margins.right = units(1 - box.x - box.width, width);
    const bool isTop = thirdOf(rowOf(box, region.displayAlign)) == 0;
    margins.vertical = units(isTop ? box.y : 1 - box.y - box.height, height);
    return margins;
}

}  // namespace subs::ttml
