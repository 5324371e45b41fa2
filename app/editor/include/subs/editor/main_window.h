// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/actions.h>
#include <subs/editor/file_flow.h>
#include <subs/editor/session.h>
#include <subs/editor/work_area.h>

#include <QtWidgets/QMainWindow>

class QActionGroup;
class QMenu;
class QStackedWidget;

namespace subs::editor {

class Commands;
class CueSelection;
class FilmMessages;
class ShotFlow;
class StartPage;
class StatusLine;
class Timeline;
class TimelineDock;

/// The window: puts its parts together and shows the start page or the work. What is shown comes
/// from the models of the session; what can be done stands in one table (actions.h), what that does
/// in commands.h.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// `sample`: the files that "Open sample" opens; empty: there is none.
    MainWindow(const Session& session, const QStringList& sample);

    FileFlow& files() { return *files_; }
    ShotFlow& shots() { return *shots_; }
    ProblemArea& problems() { return *problems_; }
    WorkArea& area() { return *area_; }
    CueTableView& table() { return area_->table(); }
    CueEditor& editor() { return area_->editor(); }
    PicturePanel& picture() { return area_->picture(); }
    FindingsPanel& findings() { return area_->findings(); }
    Timeline& timeline();
    /// By its id in the table of actions; never null for one that is there.
    QAction* action(const QString& id) const { return actions_->find(id); }

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
    void buildCentre(const QStringList& sample);
    void buildMenus();
    void buildViewMenu();
    void buildThemeMenu(QMenu& menu);
    void buildToolBar();
    void connectSession();
    void connectParts();
    void connectTimeline();
    void restoreWindow();

    void showDocument();
    void showReading();
    void onFilmKnown();
    void updateActions();
    void updateShotActions();
    void updateCutActions();
    void updateTitle();
    void fillRecentMenu();

    Session session_;
    ProblemArea* problems_ = nullptr;
    FileFlow* files_ = nullptr;
    FilmMessages* films_ = nullptr;
    ShotFlow* shots_ = nullptr;
    QStackedWidget* pages_ = nullptr;
    StartPage* start_ = nullptr;
    WorkArea* area_ = nullptr;
    TimelineDock* timeline_ = nullptr;
    CueSelection* selection_ = nullptr;
    Commands* commands_ = nullptr;
    Actions* actions_ = nullptr;
    StatusLine* status_ = nullptr;
    QActionGroup* themes_ = nullptr;
    QMenu* recentMenu_ = nullptr;
};

}  // namespace subs::editor
