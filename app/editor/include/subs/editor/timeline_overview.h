// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/timeline_lane.h>

namespace subs::editor {

/// The whole film in the width of the timeline: where its cues are, and which part is shown below.
class TimelineOverview : public TimelineLane {
public:
    explicit TimelineOverview(const session::Workspace& workspace) : workspace_(workspace) {}

    QString name() const override;
    void paint(QPainter& painter, const QRect& area, const LaneView& view) const override;

    /// The time at `x` pixels from the left edge of an overview `width` wide.
    static Time timeAt(double x, int width, const TimelineScale& scale);

private:
    const session::Workspace& workspace_;
};

}  // namespace subs::editor
