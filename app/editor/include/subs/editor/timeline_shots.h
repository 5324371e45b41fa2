// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/timeline_lane.h>
#include <subs/timing/shots.h>

#include <optional>
#include <span>

namespace subs::editor {

/// From this width of a frame on, in pixels, a cut is a line that a person can take hold of.
inline constexpr double kCutLinesFrom = 0.5;

/// A cut that a person drags.
struct DraggedCut {
    Frame from;
    Frame to;
};

/// What is drawn of a film's shots.
struct DrawnShots {
    const Shots& shots;             ///< With the dragged one where it is dragged to.
    std::span<const Frame> byHand;  ///< Those that a person put, ascending.
    std::optional<DraggedCut> dragged;
};

/// Where a film is cut, over all lanes: `lanes` reaches from the ruler, whose height is `ruler`, to
/// the foot. Dashed lines with a head under the ruler where a frame is half a pixel or more, solid
/// ones where a person put them, ticks where it is a twentieth or more, nothing below that;
/// dissolves and fades as bars under the ruler. The dragged one is told: its time and how far it is
/// from its old place.
void paintShots(QPainter& painter,
                const QRect& lanes,
                int ruler,
                const DrawnShots& shots,
                const LaneView& view);

}  // namespace subs::editor
