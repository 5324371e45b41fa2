// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/panel.h>
#include <subs/editor/session.h>

class QSlider;

namespace subs::editor {

class ElidedLabel;
class Timeline;

/// The timeline with its zoom.
class TimelinePanel : public Panel {
    Q_OBJECT

public:
    explicit TimelinePanel(const Session& session, QWidget* parent = nullptr);

    Timeline& timeline() { return *timeline_; }
    /// A quarter nearer, or further off.
    void zoomIn();
    void zoomOut();

private:
    void takeScale();
    void takeZoom(int value);
    void showShots();
    QString widthText() const;
    QString shotsText() const;

    Session session_;
    Timeline* timeline_;
    QSlider* zoom_;
    QLabel* width_;
    ElidedLabel* shots_;  ///< How far the search for them is.
};

}  // namespace subs::editor
