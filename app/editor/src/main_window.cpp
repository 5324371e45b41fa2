// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/commands.h>
#include <subs/editor/cue_editor.h>
#include <subs/editor/cue_selection.h>
#include <subs/editor/cue_table_view.h>
#include <subs/editor/findings_panel.h>
#include <subs/editor/main_window.h>
#include <subs/editor/picture_panel.h>
#include <subs/editor/status_line.h>
#include <subs/editor/timeline.h>
#include <subs/editor/timeline_dock.h>
#include <subs/editor/timeline_panel.h>
#include <subs/session/checks.h>
#include <subs/session/cue_table_model.h>
#include <subs/session/film_shots.h>
#include <subs/session/player.h>
#include <subs/session/settings.h>
#include <subs/session/shot_search.h>

#include <QtCore/QFileInfo>
#include <QtCore/QMimeData>
#include <QtGui/QDropEvent>
#include <QtGui/QUndoStack>
#include <QtWidgets/QStackedWidget>

namespace subs::editor {

using namespace session;

namespace {

QStringList localFiles(const QMimeData& data) {
    QStringList files;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    return files;
}

}  // namespace

Timeline& MainWindow::timeline() {
    return timeline_->panel().timeline();
}

void MainWindow::goToRow(int row) {
    selection_->goToRow(row);
}

QString MainWindow::pending() const {
    if (!files_->reading().isEmpty() || session_.cues.isFilling())
        return tr("the files are still being read");
    if (files_->isSaving()) return tr("a file is still being written");
    if (session_.checks.isBusy()) return tr("the checks are not done");
    const Player& player = session_.player;
    if (session_.workspace.filmPath().isEmpty() || player.state() == PlayerState::Failed) return {};
    if (player.state() == PlayerState::Empty || player.state() == PlayerState::Opening)
        return tr("the film is still being opened");
    if (timeline_->isVisible() && !timeline_->panel().timeline().isSoundThere())
        return tr("the sound is not there yet");
    if (player.filmSize().isEmpty()) return {};
    if (player.indexedShare() < 1) return tr("the film's frames are still being looked for");
    if (area_->picture().shownFrame() != player.currentFrame())
        return tr("the picture is not there yet");
    return {};
}

void MainWindow::onFilmKnown() {
    selection_->goToEdge(Edge::Start);
    updateActions();
    status_->refresh();
}

void MainWindow::showDocument() {
    showReading();
    selection_->keepThroughChange();
    updateTitle();
}

// While files are read the table stands there already, to be filled.
void MainWindow::showReading() {
    const Workspace& workspace = session_.workspace;
    const QString names = files_->reading();
    const bool hasWork = !workspace.isEmpty() || !names.isEmpty();
    pages_->setCurrentIndex(hasWork ? 1 : 0);
    timeline_->setWork(hasWork);
    const bool tracks = workspace.hasTrack(Side::First) || workspace.hasTrack(Side::Second);
    table().setEmptyText(!names.isEmpty() ? tr("Reading %1…").arg(names)
                         : tracks         ? tr("There are no cues. Insert makes one.")
                                          : tr("Drop a subtitle file here, or press Insert to make "
                                               "the first cue."));
    status_->refresh();
}

void MainWindow::updateActions() {
    const Workspace& workspace = session_.workspace;
    const bool row = editor().row() >= 0;
    const bool film = session_.player.currentTime().has_value();
    const bool edge = row && film;
    const QUndoStack& undo = workspace.undoStack();
    actions_->enable("save", workspace.isModified());
    actions_->enable("save-first-as", workspace.hasTrack(Side::First));
    actions_->enable("save-second-as", workspace.hasTrack(Side::Second));
    actions_->enable("close", !workspace.isEmpty());
    actions_->enable("undo", undo.canUndo());
    actions_->enable("redo", undo.canRedo());
    actions_->enable("write previous-cue next-cue accept delete-cue", row);
    actions_->enable(
        "set-in set-out to-in to-out play-cue play-before play-after play-first play-last", edge);
    actions_->enable("play play-again slower faster step-back step-on ten-back ten-on", film);
    updateShotActions();
    actions_->enable("insert-cue zoom-in zoom-out", !workspace.isEmpty());
    actions_->enable("linked-times",
                     workspace.hasTrack(Side::First) && workspace.hasTrack(Side::Second));
    actions_->enable("next-finding previous-finding", findings().findings().rowCount() > 0);
    action(QStringLiteral("play-again"))->setChecked(commands_->playsAgain());
    action(QStringLiteral("other-players"))
        ->setChecked(session_.player.look() == TextLook::OtherPlayers);
    action(QStringLiteral("opengl"))->setChecked(picture().view().isOpenGl());
    action(QStringLiteral("linked-times"))->setChecked(workspace.linkedTimes() == LinkedTimes::On);
    action(QStringLiteral("save-first-as"))
        ->setText(tr("Save %1 &As…").arg(languageName(workspace.language(Side::First))));
    action(QStringLiteral("save-second-as"))
        ->setText(tr("Save %1 As…").arg(languageName(workspace.language(Side::Second))));
}

void MainWindow::updateShotActions() {
    const FilmShots& shots = session_.shots;
    const ShotsState state = shots.search().state();
    const bool isFinding = state == ShotsState::Finding;
    const bool isFound = state == ShotsState::Found && shots.source().isEmpty();
    const bool canEdit = shots.canEdit() && session_.player.hasPicture();
    actions_->enable("previous-cut next-cut", !shots.shots().cuts.empty());
    actions_->enable("find-shots", isFinding || (!isFound && session_.player.hasPicture()));
    actions_->enable("read-shots", canEdit);
    actions_->enable("write-shots", canEdit && shots.shots() != Shots());
    action(QStringLiteral("find-shots"))
        ->setText(isFinding ? tr("Stop Fin&ding Shots") : tr("Fin&d Shots"));
    updateCutActions();
}

/// What can be done with the frame at the playhead.
void MainWindow::updateCutActions() {
    const Frame frame = session_.player.currentFrame();
    const bool isCut = session_.shots.isCut(frame);
    const bool canEdit = session_.shots.canEdit() && session_.player.hasPicture();
    actions_->enable("toggle-cut", canEdit && frame.number > 0);
    actions_->enable("cut-earlier cut-later", canEdit && isCut);
    action(QStringLiteral("toggle-cut"))
        ->setText(isCut ? tr("Remove Cut &Here") : tr("Add Cut &Here"));
}

void MainWindow::updateTitle() {
    const Workspace& workspace = session_.workspace;
    QStringList names;
    for (const Side side : kBothSides)
        if (workspace.hasTrack(side))
            names << (workspace.path(side).isEmpty() ? tr("untitled")
                                                     : QFileInfo(workspace.path(side)).fileName());
    if (names.isEmpty() && !workspace.filmPath().isEmpty())
        names << QFileInfo(workspace.filmPath()).fileName();
    setWindowTitle(names.isEmpty() ? tr("Subs")
                                   : tr("%1[*] — Subs").arg(names.join(QStringLiteral(", "))));
    setWindowModified(workspace.isModified());
    status_->refresh();
    updateActions();
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && actions_) actions_->tint(palette());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!files_->mayLeave()) return event->ignore();
    session_.settings.setWindowGeometry(saveGeometry());
    session_.settings.setWindowState(area_->arrangement());
    session_.settings.setTimelineState(timeline_->arrangement());
    session_.player.pause();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!localFiles(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    files_->open(localFiles(*event->mimeData()));
}

}  // namespace subs::editor
