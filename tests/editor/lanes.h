// SPDX-License-Identifier: MIT
#pragma once

#include <subs/editor/timeline.h>

#include "window.h"

#include <QtGui/QWheelEvent>
#include <QtWidgets/QDockWidget>

#include <cmath>

namespace testing {

/// The timeline of the window: cues of both tracks at seconds 1, 4 and 7, two seconds long, over a
/// made-up film of 24 frames a second.
struct Lanes : Window {
    subs::editor::Timeline& line = window.timeline();

    Lanes() {
        openPair();
        Window::settle();
    }
    int xOf(double seconds) const {
        return line.gutter() + static_cast<int>(std::lround(line.scale().xOf(
                                   subs::Time::fromMilliseconds(std::llround(seconds * 1000)))));
    }
    QPoint at(const QRect& lane, double seconds) const { return {xOf(seconds), lane.center().y()}; }
    QImage drawn() { return line.grab().toImage(); }
    QColor colorAt(const QRect& lane, double seconds) {
        return QColor(drawn().pixel(at(lane, seconds)));
    }
    void turnWheel(QPoint place, int steps, Qt::KeyboardModifiers modifiers = {}) {
        QWheelEvent event(place,
                          line.mapToGlobal(place),
                          {},
                          {0, 120 * steps},
                          Qt::NoButton,
                          modifiers,
                          Qt::NoScrollPhase,
                          false);
        QCoreApplication::sendEvent(&line, &event);
        QTest::qWait(1);
    }
    QDockWidget& dock() { return *window.findChild<QDockWidget*>(QStringLiteral("timeline")); }
};

}  // namespace testing
