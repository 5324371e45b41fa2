// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>
#include <subs/model/document.h>
#include <subs/model/style.h>

#include "model/drawn_line.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace subs {

/// A point of the canvas, from its top left corner.
struct CanvasPoint {
    double x = 0;
    double y = 0;
};

/// Where a cue is asked to stand.
struct Placement {
    double width = 1920;  ///< Of the canvas.
    double height = 1080;
    Alignment alignment = Alignment::BottomCentre;
    Margins margins;
    bool breaksAtSpaces = true;           ///< A line too wide for the margins goes on in another.
    std::optional<CanvasPoint> position;  ///< ASS \pos.
    bool isFollowed = true;  ///< False where something moves, turns or slants the cue, such as ASS
                             ///< \move, \t, \frz, \fax, a style's angle or a banner.
};

Placement placementOf(const Document& document, const Style& style, const Cue& cue);

/// Where the beginning of each line is on its base line, as libass 0.17 lays out a cue that is
/// alone in the picture. Nothing where the placement is not followed or libass breaks a line.
/// `texts` are its lines as written, `lines` the same as drawn.
std::optional<std::vector<CanvasPoint>> placesOf(const Placement& placement,
                                                 std::span<const std::string_view> texts,
                                                 std::span<const DrawnLine> lines);

}  // namespace subs
