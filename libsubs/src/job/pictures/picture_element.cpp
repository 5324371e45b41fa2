// SPDX-License-Identifier: MIT
#include "job/pictures/picture_element.h"

#include "format/cinema/placement.h"

#include <fmt/format.h>

#include <cstdlib>

namespace subs {
namespace {

using cinema::Column;
using cinema::Row;

/// Which edge of the canvas the picture is measured from, and how far it is from there in pixels.
template <class Side>
struct Distance {
    Side side;
    int pixels = 0;
};

Distance<Column> across(const PixelBox& box, int width) {
    const int left = box.left;
    const int right = width - box.right();
    if (std::abs(left - right) <= 1) return {Column::Centre, 0};
    return left < right ? Distance<Column>{Column::Left, left}
                        : Distance<Column>{Column::Right, right};
}

Distance<Row> down(const PixelBox& box, int height) {
    const int bottom = height - box.bottom();
    return box.top < bottom ? Distance<Row>{Row::Top, box.top} : Distance<Row>{Row::Bottom, bottom};
}

std::string percent(int pixels, int length) {
    constexpr double kHundred = 100;
    return cinema::percentText(kHundred * pixels / length);
}

}  // namespace

std::string pictureFileName(std::string_view id) {
    return fmt::format("{}.png", id);
}

std::string pictureElement(
    const PixelBox& box, int width, int height, std::string_view id, cinema::Dialect dialect) {
    const cinema::DialectWords& words = cinema::wordsOf(dialect);
    const auto [column, horizontal] = across(box, width);
    const auto [row, vertical] = down(box, height);
    const std::string reference =
        dialect == cinema::Dialect::Dcdm ? fmt::format("urn:uuid:{}", id) : pictureFileName(id);
    return fmt::format(R"(<Image {}="{}" {}="{}" {}="{}" {}="{}">{}</Image>)",
                       words.halign,
                       cinema::nameOf(column),
                       words.hposition,
                       percent(horizontal, width),
                       words.valign,
                       cinema::nameOf(row),
                       words.vposition,
                       percent(vertical, height),
                       reference);
}

}  // namespace subs
