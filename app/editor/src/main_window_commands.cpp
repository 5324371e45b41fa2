// SPDX-License-Identifier: GPL-3.0-or-later
// What the actions of MainWindow do: each turns a gesture into one call of the session.
#include <subs/editor/cue_editor.h>
#include <subs/editor/cue_table_view.h>
#include <subs/editor/findings_panel.h>
#include <subs/editor/fonts.h>
#include <subs/editor/main_window.h>
#include <subs/editor/picture_panel.h>
#include <subs/session/player.h>
#include <subs/session/workspace.h>

#include <QtGui/QUndoStack>
#include <QtWidgets/QApplication>
#include <QtWidgets/QDialog>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QMessageBox>

namespace subs::editor {

using namespace session;

namespace {

constexpr int kTenFrames = 10;
constexpr int kNewCueSeconds = 2;

}  // namespace

void MainWindow::openDialog() {
    files_->chooseAndOpen(FileFilter::All);
}

void MainWindow::saveFiles() {
    files_->save();
}

void MainWindow::saveFirstAs() {
    files_->saveAs(Side::First);
}

void MainWindow::saveSecondAs() {
    files_->saveAs(Side::Second);
}

void MainWindow::closeFiles() {
    if (files_->mayLeave()) session_.workspace.close();
}

void MainWindow::quit() {
    close();
}

void MainWindow::undo() {
    edited_.reset();
    session_.workspace.undoStack().undo();
    goToEdited();
}

void MainWindow::redo() {
    edited_.reset();
    session_.workspace.undoStack().redo();
    goToEdited();
}

// Undo shows what it did, wherever that is.
void MainWindow::goToEdited() {
    if (!edited_) return;
    for (const Side side : kBothSides)
        if (const auto id = edited_->of(side); id && session_.cues.rowOf(side, *id) >= 0) {
            current_ = *edited_;
            table_->goToRow(session_.cues.rowOf(side, *id));
        }
}

std::optional<Side> MainWindow::sideOfCue() const {
    const Side active = editor_->activeSide();
    if (editor_->cueOf(active)) return active;
    if (editor_->cueOf(otherThan(active))) return otherThan(active);
    return std::nullopt;
}

std::optional<Frame> MainWindow::edgeFrame(Edge edge) const {
    const std::optional<Side> side = sideOfCue();
    if (!side) return std::nullopt;
    const CueId id = *editor_->cueOf(*side);
    return edge == Edge::Start ? session_.workspace.firstFrame(*side, id)
                               : session_.workspace.lastFrame(*side, id);
}

void MainWindow::setEdge(Edge edge) {
    const std::optional<Side> side = sideOfCue();
    if (!side) return;
    const Result<void> done = session_.workspace.setEdgeToFrame(
        *side, *editor_->cueOf(*side), edge, session_.player.currentFrame());
    if (!done) return refuse(QString::fromStdString(done.error().message));
    problems_->clear(QStringLiteral("refused"));
}

void MainWindow::setIn() {
    setEdge(Edge::Start);
}

void MainWindow::setOut() {
    setEdge(Edge::End);
}

void MainWindow::goToEdge(Edge edge) {
    if (const std::optional<Frame> frame = edgeFrame(edge)) session_.player.seek(*frame);
}

void MainWindow::goToIn() {
    goToEdge(Edge::Start);
}

void MainWindow::goToOut() {
    goToEdge(Edge::End);
}

void MainWindow::playCue() {
    const std::optional<Frame> first = edgeFrame(Edge::Start);
    const std::optional<Frame> last = edgeFrame(Edge::End);
    if (!first || !last) return;
    session_.player.seek(*first);
    session_.player.playUntil(*last);
}

void MainWindow::playOrPause() {
    session_.player.togglePlaying();
}

void MainWindow::stepBack() {
    session_.player.step(-1);
}

void MainWindow::stepOn() {
    session_.player.step(1);
}

void MainWindow::tenBack() {
    session_.player.step(-kTenFrames);
}

void MainWindow::tenOn() {
    session_.player.step(kTenFrames);
}

void MainWindow::previousCue() {
    table_->goToRow(table_->currentRow() - 1);
}

void MainWindow::nextCue() {
    table_->goToRow(table_->currentRow() + 1);
}

void MainWindow::acceptCue() {
    session_.workspace.endTyping();
    nextCue();
}

void MainWindow::insertCue() {
    Workspace& workspace = session_.workspace;
    const Sides sides = workspace.hasTrack(Side::First) == workspace.hasTrack(Side::Second)
                            ? Sides::Both
                        : workspace.hasTrack(Side::First) ? Sides::First
                                                          : Sides::Second;
    Result<CuePair> made = CuePair{};
    if (workspace.timeline()) {
        const Frame first = session_.player.currentFrame();
        const Time end = workspace.timeline()->timeOf(first) + Time::fromSeconds(kNewCueSeconds);
        made = workspace.insertCuesOnFrames(
            sides, first, Frame{workspace.timeline()->frameAt(end).number - 1});
    } else {
        const int row = table_->currentRow();
        const Time start =
            row < 0 ? Time() : session_.cues.startOf(row) + Time::fromSeconds(kNewCueSeconds);
        made = workspace.insertCues(sides, start, start + Time::fromSeconds(kNewCueSeconds));
    }
    if (!made) return refuse(QString::fromStdString(made.error().message));
    edited_ = *made;
    goToEdited();
    editor_->startWriting();
}

void MainWindow::deleteCue() {
    const int row = table_->currentRow();
    if (row < 0) return;
    const CueRow& cues = session_.cues.row(row);
    const Result<void> done = session_.workspace.removeCues(
        cues.cues.first || cues.cues.second ? cues.cues : cues.linked);
    if (!done) refuse(QString::fromStdString(done.error().message));
}

void MainWindow::linkTimes() {
    const bool on = session_.workspace.linkedTimes() == LinkedTimes::On;
    session_.workspace.setLinkedTimes(on ? LinkedTimes::Off : LinkedTimes::On);
}

void MainWindow::nextFinding() {
    table_->goToRow(findings_->findings().cueRowAfter(table_->currentRow(), 1));
}

void MainWindow::previousFinding() {
    table_->goToRow(findings_->findings().cueRowAfter(table_->currentRow(), -1));
}

void MainWindow::writeText() {
    editor_->startWriting();
}

void MainWindow::moveFocus(int direction) {
    QList<QWidget*> parts{table_,
                          &editor_->box(Side::First),
                          &editor_->box(Side::Second),
                          &picture_->view(),
                          &findings_->list()};
    parts.removeIf([](const QWidget* part) { return !part->isVisible(); });
    if (parts.isEmpty()) return;
    const qsizetype here = parts.indexOf(QApplication::focusWidget());
    const qsizetype at = here < 0 && direction < 0 ? 0 : here;
    parts[(at + direction + parts.size()) % parts.size()]->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::nextPart() {
    moveFocus(1);
}

void MainWindow::previousPart() {
    moveFocus(-1);
}

void MainWindow::refuse(const QString& message) {
    problems_->show({QStringLiteral("refused"), ProblemKind::Problem, asSentence(message), {}});
}

void MainWindow::showAbout() {
    QMessageBox::about(
        this,
        tr("About Subs"),
        tr("<b>Subs %1</b><p>Subtitles of a film in Khmer and English: written, timed to the frame and "
           "checked.</p><p>GPL-3.0-or-later</p>")
            .arg(QApplication::applicationVersion()));
}

}  // namespace subs::editor
