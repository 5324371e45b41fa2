// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/file_flow.h>
#include <subs/editor/session.h>
#include <subs/session/cue_table_model.h>
#include <subs/time/frame_rule.h>

#include <QtCore/QHash>
#include <QtCore/QTimer>
#include <QtWidgets/QMainWindow>

#include <optional>
#include <span>

class QActionGroup;
class QMenu;
class QSplitter;
class QStackedWidget;

namespace subs::editor {

class CueEditor;
class CueTableView;
class ElidedLabel;
class FilmMessages;
class FindingsPanel;
class LetterKeys;
class Panel;
class PicturePanel;
class ProgressMeter;
class SavedState;
class StartPage;

/// The window. What a person can do in it stands in one table of actions (action_table.cpp);
/// what is shown comes from the models of the session.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `sample`: the files that "Open sample" opens; empty: there is none.
    MainWindow(const Session& session, const QStringList& sample);

    FileFlow& files() { return *files_; }
    ProblemArea& problems() { return *problems_; }
    CueTableView& table() { return *table_; }
    CueEditor& editor() { return *editor_; }
    PicturePanel& picture() { return *picture_; }
    FindingsPanel& findings() { return *findings_; }
    /// By its id in the table of actions; never null for one that is there.
    QAction* action(const QString& id) const { return actions_.value(id); }

    /// Shows the row of the table, and its first frame where the film stands still.
    void goToRow(int row);
    /// Empty when everything asked for is on the screen: files read, film open, picture of the
    /// right frame, checks done. Else what is still missing.
    QString pending() const;

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct ActionSpec;
    static const ActionSpec kActions[];  ///< action_table.cpp
    static std::span<const ActionSpec> actionTable();

    // Building (main_window_build.cpp, main_window_actions.cpp)
    void buildCentre(const QStringList& sample);
    QWidget* buildWork();
    void buildActions();
    void buildMenus();
    void buildToolBar();
    void buildThemeMenu(QMenu& menu);
    void buildStatusBar();
    void connectSession();
    void connectFilm();
    void connectFiles();
    void connectTable();
    void tintActions();
    void restoreWindow();

    // What actions do (main_window_commands.cpp)
    void openDialog();
    void saveFiles();
    void saveFirstAs();
    void saveSecondAs();
    void closeFiles();
    void quit();
    void undo();
    void redo();
    void setIn();
    void setOut();
    void goToIn();
    void goToOut();
    void playCue();
    void playOrPause();
    void stepBack();
    void stepOn();
    void tenBack();
    void tenOn();
    void previousCue();
    void nextCue();
    void acceptCue();
    void insertCue();
    void deleteCue();
    void linkTimes();
    void nextFinding();
    void previousFinding();
    void writeText();
    void nextPart();
    void previousPart();
    void showKeys();
    void showAbout();
    void setEdge(Edge edge);
    void goToEdge(Edge edge);
    void goToEdited();
    void goToPair(const session::CuePair& cues);
    void moveFocus(int direction);
    std::optional<session::Side> sideOfCue() const;
    std::optional<Frame> edgeFrame(Edge edge) const;
    Result<session::CuePair> insertedCue(session::Sides sides);
    void refuse(const QString& message);

    // What is shown (main_window.cpp)
    void onRowChanged();
    void onRowsMove();
    void restoreRow();
    void onFilmKnown();
    void onEdited(session::Side side, const Change& change);
    void showDocument();
    void showReading();
    void showSavedState();
    void showProgress();
    void updateActions();
    void updateTitle();
    void updateStatus();
    void fillRecentMenu();
    QString findingsOfRow(int row) const;

    Session session_;
    QHash<QString, QAction*> actions_;
    LetterKeys* letters_ = nullptr;
    QActionGroup* themes_ = nullptr;
    QMenu* recentMenu_ = nullptr;
    ProblemArea* problems_ = nullptr;
    FileFlow* files_ = nullptr;
    FilmMessages* films_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    StartPage* start_ = nullptr;
    QSplitter* across_ = nullptr;
    QSplitter* down_ = nullptr;
    Panel* cuesPanel_ = nullptr;
    ProgressMeter* progress_ = nullptr;
    CueTableView* table_ = nullptr;
    CueEditor* editor_ = nullptr;
    PicturePanel* picture_ = nullptr;
    FindingsPanel* findings_ = nullptr;
    ElidedLabel* savedLabel_ = nullptr;
    ElidedLabel* placeLabel_ = nullptr;
    ElidedLabel* findingLabel_ = nullptr;
    ElidedLabel* filmLabel_ = nullptr;
    ElidedLabel* rulesLabel_ = nullptr;
    QTimer soon_;
    SavedState* saved_ = nullptr;
    session::CuePair current_;
    std::optional<session::CuePair> edited_;
    bool rowsMove_ = false;
};

}  // namespace subs::editor
