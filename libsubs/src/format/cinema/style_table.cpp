// SPDX-License-Identifier: MIT
#include "format/cinema/style_table.h"

#include "model/em_height.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace subs::cinema {
namespace {

/// More looks than this are not told apart: no file has them, and each costs a search.
constexpr std::size_t kMostStyles = 1000;

constexpr Placement kUsualPlace{Row::Bottom, Column::Centre, 8, 0, false};

}  // namespace

Placement placeOf(const Spot& spot) {
    if (spot.lines.empty())
        return spot.picturePlaces.empty() ? kUsualPlace : spot.picturePlaces.front();
    const auto first = std::ranges::min_element(
        spot.lines, {}, [](const Line& line) { return depthOf(line.placement); });
    return first->placement;
}

Margins marginsOf(const Spot& spot) {
    const Placement first = placeOf(spot);
    double vertical = first.vertical;
    for (const Line& line : spot.lines)
        if (line.placement.row == first.row) vertical = std::min(vertical, line.placement.vertical);
    Margins margins;
    // What is beside the middle has no margin.
    const double shift = anchorShift(spot.anchor, first.row, spot.look.size);
    if (first.row != Row::Centre)
        margins.vertical = marginOf(std::max(vertical - shift, 0.0), kGrid.height);
    if (first.column == Column::Left) margins.left = marginOf(first.horizontal, kGrid.width);
    if (first.column == Column::Right) margins.right = marginOf(first.horizontal, kGrid.width);
    return margins;
}

double emHeightFor(std::string_view language) {
    return heightOfEm(defaultStyleFor(language).fontName);
}

const Style& StyleTable::styleFor(const Spot& spot) {
    Look look = spot.look;
    look.italic = look.underline = false;
    if (last_ < looks_.size() && looks_[last_] == look) return styles_[last_];
    const auto found = std::ranges::find(looks_, look);
    last_ = static_cast<std::size_t>(found - looks_.begin());
    if (found != looks_.end()) return styles_[last_];
    if (looks_.size() == kMostStyles) {
        last_ = 0;
        return styles_.front();
    }
    looks_.push_back(look);
    return styles_.emplace_back(styleOf(spot));
}

Style StyleTable::styleOf(const Spot& spot) const {
    const Look& look = spot.look;
    Style style = defaultStyleFor(language_);
    style.name = styles_.empty() ? "Default" : fmt::format("Font {}", styles_.size() + 1);
    style.fontSize = styleSize(look.size, kGrid.height, emHeightFor(language_));
    style.primary = look.color;
    style.bold = look.bold;
    style.outlineColor = style.backColor = look.effectColor;
    if (look.effect != Effect::Border) style.outline = 0;
    if (look.effect != Effect::Shadow) style.shadow = 0;
    const Placement place = placeOf(spot);
    const Margins margins = marginsOf(spot);
    style.alignment = alignmentOf(place);
    if (margins.vertical != 0) style.margins.vertical = margins.vertical;
    if (margins.left != 0) style.margins.left = margins.left;
    if (margins.right != 0) style.margins.right = margins.right;
    return style;
}

}  // namespace subs::cinema
