// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/timeline_lane.h>

namespace subs::editor {

/// Marks of whole seconds with their time codes; of frames where there is room.
class TimelineRuler : public TimelineLane {
public:
    QString name() const override { return {}; }
    void paint(QPainter& painter, const QRect& area, const LaneView& view) const override;
};

}  // namespace subs::editor
