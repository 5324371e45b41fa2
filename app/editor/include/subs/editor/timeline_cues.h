// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/timeline_lane.h>
#include <subs/session/side.h>

#include <QtCore/QHash>

#include <optional>
#include <utility>

namespace subs::editor {

/// The cues of one track as blocks, with their texts where there is room.
class TimelineCues : public TimelineLane {
public:
    TimelineCues(const session::Workspace& workspace, session::Side side)
        : workspace_(workspace), side_(side) {}

    session::Side side() const { return side_; }
    /// The cue that is shown at `time`, the last of several; nothing beside all.
    std::optional<CueId> cueAt(Time time) const;

    QString name() const override;
    QColor mark(const Colors& colors) const override;
    void paint(QPainter& painter, const QRect& area, const LaneView& view) const override;

private:
    /// What is the same for all blocks of a lane.
    struct Look;

    void paintBlock(QPainter& painter, const QRectF& block, const Cue& cue, const Look& look) const;
    void paintText(QPainter& painter, const QRectF& block, const Cue& cue, const Look& look) const;
    QString fitted(const QString& text, const QFont& font, int width) const;

    const session::Workspace& workspace_;
    session::Side side_;
    /// Texts as they were cut to a width: shaping takes time, and the same ones come again.
    mutable QHash<std::pair<QString, int>, QString> fitted_;
};

}  // namespace subs::editor
