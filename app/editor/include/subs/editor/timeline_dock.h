// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/session.h>

#include <QtCore/QByteArray>
#include <QtWidgets/QDockWidget>

class QMainWindow;

namespace subs::editor {

class TimelinePanel;

/// The timeline across the foot of the window: a person moves, floats and closes it. Where there is
/// nothing to work on it is not there.
class TimelineDock : public QDockWidget {
    Q_OBJECT

public:
    /// What it is saved as; raised where a saved arrangement fits no more.
    static constexpr int kVersion = 1;

    TimelineDock(const Session& session, QMainWindow& window);

    TimelinePanel& panel() { return *panel_; }
    /// Whether there is something to work on.
    void setWork(bool on);

    /// What a person made of it, for `restoreArrangement`. What is empty, damaged or of another
    /// version leaves it as designed.
    QByteArray arrangement() const;
    void restoreArrangement(const QByteArray& arrangement);
    void resetArrangement();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void place();
    void takeRoom();
    void showAsWanted();

    QMainWindow& window_;
    TimelinePanel* panel_;
    bool hasWork_ = false;
    bool isWanted_ = true;  ///< Not closed by a person.
    bool hasRoom_ = false;  ///< As designed, or as a person had it.
};

}  // namespace subs::editor
