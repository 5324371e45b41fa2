// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/session.h>

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtWidgets/QMainWindow>

class QDockWidget;

namespace subs::editor {

class CueEditor;
class CueTableView;
class FindingsPanel;
class Panel;
class PicturePanel;
class ProgressMeter;

/// Where one works: the cue table in the middle, and around it the docks for texts, picture and
/// findings, which a person can move, float and close. Until somebody does they share the room as
/// the design has it, at every size of the window.
class WorkArea : public QMainWindow {
    Q_OBJECT

public:
    /// The docks and what they are saved as; raised where a saved arrangement fits no more.
    static constexpr int kVersion = 1;

    explicit WorkArea(const Session& session);

    CueTableView& table() { return *table_; }
    CueEditor& editor() { return *editor_; }
    PicturePanel& picture() { return *picture_; }
    FindingsPanel& findings() { return *findings_; }

    /// How many cues there are and how many of them have both texts.
    void showProgress();
    /// Brings the dock of the edit boxes back where it is closed.
    void showEditor();
    /// Switches that show and close the docks.
    QList<QAction*> switches() const;

    /// What a person made of the docks, to be kept until the next run; empty where they stand as
    /// designed.
    QByteArray arrangement() const;
    /// Takes it up again when the area is shown. What is empty, damaged or of another version
    /// leaves the docks as designed.
    void restoreArrangement(const QByteArray& arrangement);
    /// Puts the docks back where the design has them.
    void resetArrangement();

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    QDockWidget* addDock(const char* id, const QString& name, Panel& panel);
    void buildTable();
    void placeDocks();
    void shareRoom();
    void takeArrangement();
    void noteMove();
    bool isAsDesigned() const;
    QByteArray currentArrangement() const;

    Session session_;
    CueTableView* table_;
    CueEditor* editor_;
    PicturePanel* picture_;
    FindingsPanel* findings_;
    Panel* cuesPanel_;
    ProgressMeter* progress_;
    QDockWidget* editorDock_ = nullptr;
    QDockWidget* pictureDock_ = nullptr;
    QDockWidget* findingsDock_ = nullptr;
    QByteArray wanted_;  ///< Taken up when the area is shown.
    QByteArray kept_;    ///< The arrangement when it was hidden.
    QList<QDockWidget*> hiddenFloats_;
    bool isMoved_ = false;  ///< A person moved, floated or resized docks.
    bool isPlacing_ = false;
};

}  // namespace subs::editor
