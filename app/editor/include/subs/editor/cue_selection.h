// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/edit/change.h>
#include <subs/editor/session.h>
#include <subs/session/side.h>
#include <subs/session/workspace.h>
#include <subs/time/frame_rule.h>

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <functional>
#include <optional>

namespace subs::editor {

class WorkArea;

/// The cue that one works on: the table's current row, shown in boxes, findings and picture. It
/// stays with its cue while rows come and go.
class CueSelection : public QObject {
    Q_OBJECT

public:
    CueSelection(const Session& session, WorkArea& area, QObject* parent);

    /// -1 for none.
    int row() const;
    void goToRow(int row);
    /// The cues of that row; none without one.
    session::CuePair current() const { return cuesOf(row()); }
    /// The row in which either of these cues begins.
    void goToPair(const session::CuePair& cues);
    /// Shows what `deed` edits, wherever that is: undo, redo.
    void goWhere(const std::function<void()>& deed);

    /// The side that is written in, or the other one where that has no cue here.
    std::optional<session::Side> side() const;
    /// The first or last frame of the cue. Where there is no picture the player's clock stands in
    /// for the film's frames.
    std::optional<Frame> edgeFrame(Edge edge) const;
    /// Moves the playhead there.
    void goToEdge(Edge edge);
    /// What is shown may be another one soon: once, when the events that wait are dealt with.
    void refreshSoon() { soon_.start(); }

public slots:
    /// Rows come and go under the selection.
    void keepThroughChange();

signals:
    /// Another row, or the same with something else in it.
    void changed();
    /// Whatever was going on in the table is over; all that is counted may be counted anew.
    void settled();

private:
    void connectTable();
    void onRowChanged();
    void onEdited(session::Side side, const Change& change);
    void onDataChanged(int from, int to);
    void restoreRow();
    session::CuePair cuesOf(int row) const;
    void showRow(int row);

    Session session_;
    WorkArea& area_;
    QTimer soon_;
    session::CuePair current_;
    std::optional<session::CuePair> edited_;
    bool rowsMove_ = false;
};

}  // namespace subs::editor
