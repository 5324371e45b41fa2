// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/colors.h>
#include <subs/editor/timeline_scale.h>
#include <subs/session/workspace.h>
#include <subs/time/frame_timeline.h>

#include <QtCore/QRect>
#include <QtCore/QString>

#include <optional>

class QPainter;

namespace subs::editor {

/// What all lanes of a timeline are drawn by.
struct LaneView {
    const TimelineScale& scale;
    const Colors& colors;
    const std::optional<FrameTimeline>& frames;  ///< Of the film, where they are known.
    session::CuePair chosenCues;                 ///< Those that one works on.
    std::optional<Stretch> chosen;               ///< From the first edge of these to the last.
};

/// One lane: what lies at what time, drawn from left to right.
class TimelineLane {
public:
    TimelineLane() = default;
    TimelineLane(const TimelineLane&) = delete;
    TimelineLane& operator=(const TimelineLane&) = delete;
    virtual ~TimelineLane() = default;

    /// What stands in front of the lane: its name and what is to be known of it, both short.
    virtual QString name() const = 0;
    virtual QString detail() const { return {}; }
    /// A colour in front of the name; invalid: none.
    virtual QColor mark(const Colors&) const { return {}; }
    /// True of one that changes only with the sound, the scale and the chosen stretch: it takes
    /// long to paint, and is kept.
    virtual bool isSound() const { return false; }
    /// Into `area`, whose left edge is the scale's; in logical pixels.
    virtual void paint(QPainter& painter, const QRect& area, const LaneView& view) const = 0;
};

}  // namespace subs::editor
