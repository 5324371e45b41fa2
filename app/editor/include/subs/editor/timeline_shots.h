// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/timeline_lane.h>
#include <subs/timing/shots.h>

namespace subs::editor {

/// Where a film is cut, over all lanes: `lanes` reaches from the ruler, whose height is `ruler`, to
/// the foot. Dashed lines with a head under the ruler where a frame is half a pixel or more, ticks
/// where it is a twentieth or more, nothing below that; dissolves and fades as bars under the
/// ruler.
void paintShots(
    QPainter& painter, const QRect& lanes, int ruler, const Shots& shots, const LaneView& view);

}  // namespace subs::editor
