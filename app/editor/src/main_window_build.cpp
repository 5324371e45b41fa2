// SPDX-License-Identifier: GPL-3.0-or-later
// How the parts of MainWindow are put together.
#include <subs/editor/commands.h>
#include <subs/editor/cue_editor.h>
#include <subs/editor/cue_selection.h>
#include <subs/editor/cue_table_view.h>
#include <subs/editor/film_messages.h>
#include <subs/editor/findings_panel.h>
#include <subs/editor/fonts.h>
#include <subs/editor/key_list.h>
#include <subs/editor/main_window.h>
#include <subs/editor/options.h>
#include <subs/editor/picture_panel.h>
#include <subs/editor/shot_flow.h>
#include <subs/editor/start_page.h>
#include <subs/editor/status_line.h>
#include <subs/editor/timeline.h>
#include <subs/editor/timeline_dock.h>
#include <subs/editor/timeline_panel.h>
#include <subs/session/film_shots.h>
#include <subs/session/film_sound.h>
#include <subs/session/player.h>
#include <subs/session/settings.h>

#include <QtGui/QUndoStack>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStatusBar>
#include <QtWidgets/QVBoxLayout>

namespace subs::editor {

using namespace session;

MainWindow::MainWindow(const Session& session, const QStringList& sample) : session_(session) {
    setAcceptDrops(true);
    buildCentre(sample);
    selection_ = new CueSelection(session_, *area_, this);
    commands_ = new Commands(
        session_, {*area_, *selection_, *files_, *shots_, *problems_, *timeline_}, this);
    actions_ = new Actions(*commands_, *this);
    actions_->tint(palette());
    for (QWidget* part : {static_cast<QWidget*>(&table()), &findings().list()})
        actions_->installLetters(*part);
    for (QWidget* part :
         {static_cast<QWidget*>(&picture().view()), static_cast<QWidget*>(&timeline())})
        actions_->installPictureLetters(*part);
    buildMenus();
    buildToolBar();
    status_ = new StatusLine(session_, *area_, *files_, *statusBar());
    connectSession();
    connectParts();
    connectTimeline();
    connectPlayer(session_.workspace, session_.player);
    connectSound(session_.workspace, session_.sound);
    restoreWindow();
    showDocument();
}

void MainWindow::buildCentre(const QStringList& sample) {
    auto* centre = new QWidget;
    auto* column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    problems_ = new ProblemArea;
    column->addWidget(problems_);
    pages_ = new QStackedWidget;
    start_ = new StartPage(session_.settings, sample);
    pages_->addWidget(start_);
    area_ = new WorkArea(session_);
    pages_->addWidget(area_);
    column->addWidget(pages_, 1);
    setCentralWidget(centre);
    timeline_ = new TimelineDock(session_, *this);
    files_ = new FileFlow(session_, *problems_, *this);
    films_ = new FilmMessages(session_, *problems_, this);
    shots_ = new ShotFlow(session_, *problems_, *this);
}

void MainWindow::connectSession() {
    Workspace& workspace = session_.workspace;
    connect(&workspace, &Workspace::trackReplaced, this, &MainWindow::showDocument);
    connect(&workspace, &Workspace::filmPathChanged, films_, &FilmMessages::clear);
    connect(&workspace, &Workspace::filmPathChanged, this, &MainWindow::showDocument);
    connect(&workspace, &Workspace::timelineChanged, this, &MainWindow::onFilmKnown);
    connect(&workspace, &Workspace::stateChanged, this, &MainWindow::updateTitle);
    connect(&workspace, &Workspace::stateChanged, &editor(), &CueEditor::refresh);
    connect(&workspace, &Workspace::linkedTimesChanged, this, &MainWindow::updateActions);
    connect(&workspace.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::updateActions);
    connect(&session_.settings, &Settings::recentFilesChanged, this, &MainWindow::fillRecentMenu);
    connect(&session_.player, &Player::stateChanged, this, &MainWindow::updateActions);
    connect(&session_.player, &Player::opened, this, &MainWindow::onFilmKnown);
    connect(&session_.player, &Player::lookChanged, this, &MainWindow::updateActions);
    connect(&session_.shots, &FilmShots::changed, this, &MainWindow::updateShotActions);
    connect(&session_.player, &Player::frameChanged, this, &MainWindow::updateCutActions);
}

void MainWindow::connectParts() {
    const auto chooseFilm = [this] { files_->chooseAndOpen(FileFilter::Films); };
    connect(films_, &FilmMessages::filmWanted, this, chooseFilm);
    connect(films_, &FilmMessages::cueWanted, selection_, &CueSelection::goToPair);
    connect(&picture(), &PicturePanel::filmWanted, this, chooseFilm);
    connect(files_, &FileFlow::readingChanged, this, &MainWindow::showReading);
    connect(files_, &FileFlow::saved, this, &MainWindow::updateTitle);
    connect(&findings(), &FindingsPanel::chosen, this, &MainWindow::goToRow);
    connect(start_, &StartPage::openRequested, files_, &FileFlow::open);
    connect(start_, &StartPage::chooseRequested, this, [this](FileKind kind) {
        files_->chooseAndOpen(kind == FileKind::Film ? FileFilter::Films : FileFilter::Subtitles);
    });
    for (const auto signal : {&CueSelection::changed, &CueSelection::settled}) {
        connect(selection_, signal, status_, &StatusLine::refresh);
        connect(selection_, signal, this, &MainWindow::updateActions);
    }
    connect(selection_, &CueSelection::settled, area_, &WorkArea::showProgress);
    connect(commands_, &Commands::playsAgainChanged, this, &MainWindow::updateActions);
    connect(commands_, &Commands::paintingChanged, this, &MainWindow::updateActions);
    connect(commands_, &Commands::quitWanted, this, &QWidget::close);
    connect(commands_, &Commands::keysWanted, this, [this] { showKeyList(*actions_, *this); });
    connect(commands_, &Commands::aboutWanted, this, [this] { showAboutBox(*this); });
    setTabOrder(&table(), &editor().box(Side::First));
    setTabOrder(&editor().box(Side::First), &editor().box(Side::Second));
    setTabOrder(&editor().box(Side::Second), &picture().view());
    setTabOrder(&picture().view(), &timeline());
}

void MainWindow::connectTimeline() {
    const auto showChosen = [this] { timeline().setChosen(selection_->current()); };
    for (const auto signal : {&CueSelection::changed, &CueSelection::settled})
        connect(selection_, signal, this, showChosen);
    connect(&timeline(), &Timeline::cueChosen, selection_, &CueSelection::goToPair);
    connect(&timeline(), &Timeline::playRequested, commands_, &Commands::playCue);
    timeline().setContextMenuPolicy(Qt::ActionsContextMenu);
    for (const char* id : {"set-in", "set-out", "toggle-cut", "cut-earlier", "cut-later"})
        timeline().addAction(&(*actions_)[id]);
    connect(&timeline(), &Timeline::stepRequested, this, [this](int direction) {
        direction < 0 ? commands_->previousCue() : commands_->nextCue();
    });
}

void MainWindow::restoreWindow() {
    setMinimumSize(kLeastWindow);
    const QByteArray geometry = session_.settings.windowGeometry();
    if (geometry.isEmpty() || !restoreGeometry(geometry)) resize(scaled(1600), scaled(1000));
    picture().view().setOpenGl(session_.settings.openGl());
    area_->restoreArrangement(session_.settings.windowState());
    timeline_->restoreArrangement(session_.settings.timelineState());
}

}  // namespace subs::editor
