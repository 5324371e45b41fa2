// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/panel.h>
#include <subs/editor/session.h>
#include <subs/editor/track_editor.h>
#include <subs/model/cue.h>
#include <subs/session/side.h>

#include <QtCore/QTimer>

#include <array>
#include <optional>

namespace subs::editor {

/// The two boxes under the table: the texts of one row, with what is measured of them.
class CueEditor : public Panel {
    Q_OBJECT

public:
    explicit CueEditor(const Session& session, QWidget* parent = nullptr);

    /// Shows a row of the table; -1 shows nothing and takes no text.
    void showRow(int row);
    /// Shows the same row again, as it is now.
    void refresh();
    int row() const { return row_; }

    CueEdit& box(session::Side side);
    /// The side whose box had the focus last.
    session::Side activeSide() const { return activeSide_; }
    /// The cue of the row on `side`, also one that began in the row above.
    std::optional<CueId> cueOf(session::Side side) const;
    /// Gives the focus to the box of the active side, the caret at its end.
    void startWriting();

signals:
    /// An edit could not be done; a plain sentence.
    void refused(const QString& message);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    TrackEditor& editor(session::Side side) { return *editors_[placeOf(side)]; }
    void takeText(session::Side side, const QString& text);
    void showSide(session::Side side);
    void showHead();
    LineLimit limitOf(session::Side side, const Cue* cue) const;
    SpeedReading speedOf(session::Side side) const;
    Verdict verdictOf(session::Side side) const;
    QString measureOf(session::Side side, const Cue& cue) const;
    int rowOfText(session::Side side) const;

    Session session_;
    std::array<TrackEditor*, 2> editors_;
    QTimer pause_;
    int row_ = -1;
    session::Side activeSide_ = session::Side::Second;
};

/// "Khmer" for "km"; the tag itself where the language has no name.
QString languageName(const QString& tag);

}  // namespace subs::editor
