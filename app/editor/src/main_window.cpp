// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/cue_editor.h>
#include <subs/editor/cue_table_view.h>
#include <subs/editor/elided_label.h>
#include <subs/editor/findings_panel.h>
#include <subs/editor/main_window.h>
#include <subs/editor/panel.h>
#include <subs/editor/picture_panel.h>
#include <subs/editor/progress_meter.h>
#include <subs/editor/saved_state.h>
#include <subs/session/checks.h>
#include <subs/session/player.h>
#include <subs/session/settings.h>
#include <subs/session/workspace.h>

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QMimeData>
#include <QtGui/QDropEvent>
#include <QtGui/QUndoStack>
#include <QtWidgets/QMenu>
#include <QtWidgets/QStackedWidget>

#include <algorithm>
#include <utility>

namespace subs::editor {

using namespace session;

namespace {

QString counted(int number) {
    return QLocale(QLocale::English).toString(number);
}

QStringList localFiles(const QMimeData& data) {
    QStringList files;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile()) files << url.toLocalFile();
    return files;
}

}  // namespace

MainWindow::MainWindow(const Session& session, const QStringList& sample) : session_(session) {
    setAcceptDrops(true);
    buildCentre(sample);
    buildActions();
    buildMenus();
    buildToolBar();
    buildStatusBar();
    connectSession();
    connectTable();
    connectPlayer(session_.workspace, session_.player);
    restoreWindow();
    showDocument();
}

void MainWindow::goToRow(int row) {
    table_->goToRow(row);
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
    if (player.filmSize().isEmpty()) return {};
    if (picture_->shownFrame() != player.currentFrame()) return tr("the picture is not there yet");
    return {};
}

void MainWindow::onRowChanged() {
    if (rowsMove_) return;
    const int row = table_->currentRow();
    current_ = row < 0 ? CuePair{} : session_.cues.row(row).linked;
    editor_->showRow(row);
    findings_->showRow(row);
    if (!session_.player.isPlaying()) goToEdge(Edge::Start);
    updateStatus();
    updateActions();
}

// Rows come and go under the selection: it stays with its cue, and comes back when they are done.
void MainWindow::onRowsMove() {
    rowsMove_ = true;
    soon_.start();
}

void MainWindow::restoreRow() {
    if (!rowsMove_) return;
    int row = -1;
    for (const Side side : kBothSides)
        if (const auto id = current_.of(side); id && row < 0) row = session_.cues.rowOf(side, *id);
    if (row < 0) row = std::min(std::max(editor_->row(), 0), session_.cues.rowCount() - 1);
    table_->goToRow(row);
    rowsMove_ = false;
    const CuePair before =
        std::exchange(current_, row < 0 ? CuePair{} : session_.cues.row(row).linked);
    const bool same = std::ranges::any_of(kBothSides, [&](Side side) {
        return current_.of(side) && before.of(side) == current_.of(side);
    });
    editor_->showRow(row);
    findings_->showRow(row);
    if (!same && !session_.player.isPlaying()) goToEdge(Edge::Start);
}

void MainWindow::onFilmKnown() {
    goToEdge(Edge::Start);
    updateActions();
    updateStatus();
}

void MainWindow::onEdited(Side side, const Change& change) {
    if (change.empty()) return;
    const CueChange& step = change.steps.front();
    const CueId id = step.after ? step.after->id : step.before->id;
    edited_ = side == Side::First ? CuePair{id, std::nullopt} : CuePair{std::nullopt, id};
    soon_.start();
}

void MainWindow::showDocument() {
    showReading();
    onRowsMove();
    updateTitle();
}

// While files are read the table stands there already, to be filled.
void MainWindow::showReading() {
    const Workspace& workspace = session_.workspace;
    const QString names = files_->reading();
    pages_->setCurrentIndex(workspace.isEmpty() && names.isEmpty() ? 0 : 1);
    const bool tracks = workspace.hasTrack(Side::First) || workspace.hasTrack(Side::Second);
    table_->setEmptyText(!names.isEmpty() ? tr("Reading %1…").arg(names)
                         : tracks         ? tr("There are no cues. Insert makes one.")
                                          : tr("Drop a subtitle file here, or press Insert to make "
                                               "the first cue."));
    updateStatus();
}

void MainWindow::showProgress() {
    const int rows = session_.cues.rowCount();
    int both = 0;
    for (int row = 0; row < rows; ++row) {
        const CueRow& cues = session_.cues.row(row);
        both += cues.linked.first && cues.linked.second ? 1 : 0;
    }
    cuesPanel_->setDetail(counted(rows));
    progress_->setProgress(both, rows);
}

void MainWindow::updateActions() {
    const Workspace& workspace = session_.workspace;
    const bool row = editor_->row() >= 0;
    const bool film = session_.player.currentTime().has_value();
    const bool edge = row && film;
    const QUndoStack& undo = workspace.undoStack();
    const auto enable = [this](const char* ids, bool on) {
        for (const QString& id : QString::fromLatin1(ids).split(u' '))
            action(id)->setEnabled(on);
    };
    enable("save", workspace.isModified());
    enable("save-first-as", workspace.hasTrack(Side::First));
    enable("save-second-as", workspace.hasTrack(Side::Second));
    enable("close", !workspace.isEmpty());
    enable("undo", undo.canUndo());
    enable("redo", undo.canRedo());
    enable("write previous-cue next-cue accept delete-cue", row);
    enable("set-in set-out to-in to-out play-cue", edge);
    enable("play step-back step-on ten-back ten-on", film);
    enable("insert-cue", !workspace.isEmpty());
    enable("linked-times", workspace.hasTrack(Side::First) && workspace.hasTrack(Side::Second));
    enable("next-finding previous-finding", findings_->findings().rowCount() > 0);
    action(QStringLiteral("linked-times"))->setChecked(workspace.linkedTimes() == LinkedTimes::On);
    action(QStringLiteral("save-first-as"))
        ->setText(tr("Save %1 &As…").arg(languageName(workspace.language(Side::First))));
    action(QStringLiteral("save-second-as"))
        ->setText(tr("Save %1 As…").arg(languageName(workspace.language(Side::Second))));
    tintActions();
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
    updateStatus();
    updateActions();
}

void MainWindow::updateStatus() {
    const Workspace& workspace = session_.workspace;
    const bool isOpen = !workspace.isEmpty();
    for (ElidedLabel* label : {findingLabel_, filmLabel_, rulesLabel_})
        label->setVisible(isOpen);
    showSavedState();
    if (!isOpen) return placeLabel_->setFullText(tr("Drop a film or a subtitle file anywhere"));
    const int row = editor_->row();
    placeLabel_->setFullText(
        row < 0 ? tr("No cue")
                : tr("Cue %1 of %2").arg(counted(row + 1), counted(session_.cues.rowCount())));
    findingLabel_->setFullText(findingsOfRow(row));
    filmLabel_->setFullText(picture_->stateText());
    rulesLabel_->setFullText(findings_->rulesText());
}

void MainWindow::showSavedState() {
    const Workspace& workspace = session_.workspace;
    if (!files_->reading().isEmpty()) return savedLabel_->setFullText(tr("Reading"));
    if (workspace.isEmpty()) return savedLabel_->setFullText(tr("Nothing is open"));
    savedLabel_->setFullText(saved_->text());
}

QString MainWindow::findingsOfRow(int row) const {
    if (row < 0) return tr("No findings");
    const QStringList findings = session_.cues.index(row, StateColumn)
                                     .data(FindingTextRole)
                                     .toString()
                                     .split(u'\n', Qt::SkipEmptyParts);
    if (findings.isEmpty()) return tr("No findings in this cue");
    if (findings.size() == 1) return findings.front();
    return tr("%1 findings in this cue, first: %2").arg(findings.size()).arg(findings.front());
}

void MainWindow::fillRecentMenu() {
    recentMenu_->clear();
    for (const QStringList& files : session_.settings.recentFiles()) {
        QStringList names;
        for (const QString& file : files)
            names << QFileInfo(file).fileName();
        recentMenu_->addAction(names.join(QStringLiteral(", ")).replace(u'&', QStringLiteral("&&")),
                               files_,
                               [this, files] { files_->open(files); });
    }
    recentMenu_->setEnabled(!recentMenu_->isEmpty());
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !actions_.isEmpty()) tintActions();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!files_->mayLeave()) return event->ignore();
    session_.settings.setWindowGeometry(saveGeometry());
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
