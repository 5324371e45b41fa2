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

/// Distances from the canvas's edges.
struct Distances {
    double left = 0;
    double right = 0;
    double vertical = 0;
};

/// Where a cue is asked to stand. A unit is as long in each direction: that of the canvas from top
/// to bottom, which letters are measured in.
struct Placement {
    double width = 1920;  ///< Of the picture.
    double height = 1080;
    Alignment alignment = Alignment::BottomCentre;
    Distances margins;
    bool breaksAtSpaces = true;           ///< A line too wide for the margins goes on in another.
    std::optional<CanvasPoint> position;  ///< ASS \pos.
    bool isFollowed = true;  ///< False where something moves, turns or slants the cue, such as ASS
                             ///< \move, \t, \frz, \fax, a style's angle or a banner.
};

/// In a picture of the shape `aspect`, its width divided by its height; without one in one of the
/// canvas's. libass stretches distances across to the picture, but no letters.
Placement placementOf(const Document& document,
                      const Style& style,
                      const Cue& cue,
                      std::optional<double> aspect);

/// Where the beginning of each line is on its base line, as libass 0.17 lays out a cue that is
/// alone in the picture. Nothing where the placement is not followed or libass breaks a line.
/// `texts` are its lines as written, `lines` the same as drawn.
std::optional<std::vector<CanvasPoint>> placesOf(const Placement& placement,
                                                 std::span<const std::string_view> texts,
                                                 std::span<const DrawnLine> lines);

}  // namespace subs
