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
    if (edited_) goToPair(*edited_);
}

void MainWindow::goToPair(const CuePair& cues) {
    for (const Side side : kBothSides)
        if (const auto id = cues.of(side); id && session_.cues.rowOf(side, *id) >= 0) {
            current_ = cues;
            table_->goToRow(session_.cues.rowOf(side, *id));
        }
}

std::optional<Side> MainWindow::sideOfCue() const {
    const Side active = editor_->activeSide();
    if (editor_->cueOf(active)) return active;
    if (editor_->cueOf(otherThan(active))) return otherThan(active);
    return std::nullopt;
}

// Where there is no picture the player's clock stands in for the film's frames.
std::optional<Frame> MainWindow::edgeFrame(Edge edge) const {
    const Workspace& workspace = session_.workspace;
    const std::optional<Side> side = sideOfCue();
    if (!side) return std::nullopt;
    const CueId id = *editor_->cueOf(*side);
    if (workspace.timeline())
        return edge == Edge::Start ? workspace.firstFrame(*side, id)
                                   : workspace.lastFrame(*side, id);
    const std::optional<FrameTimeline> clock = session_.player.timeline();
    const Cue* cue = workspace.cue(*side, id);
    if (!clock || !cue) return std::nullopt;
    return edge == Edge::Start ? clock->startFrameAt(cue->start)
                               : clock->frameAt(cue->end.value_or(cue->start));
}

void MainWindow::setEdge(Edge edge) {
    Workspace& workspace = session_.workspace;
    const std::optional<Side> side = sideOfCue();
    const std::optional<Time> time = session_.player.currentTime();
    if (!side || !time) return;
    const CueId id = *editor_->cueOf(*side);
    const Result<void> done =
        workspace.timeline()
            ? workspace.setEdgeToFrame(*side, id, edge, session_.player.currentFrame())
            : workspace.setEdge(*side, id, edge, *time);
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

// At the playhead, without one after the selected cue.
Result<CuePair> MainWindow::insertedCue(Sides sides) {
    Workspace& workspace = session_.workspace;
    const Time length = Time::fromSeconds(kNewCueSeconds);
    if (const auto& timeline = workspace.timeline()) {
        const Frame first = session_.player.currentFrame();
        const Frame end = timeline->frameAt(timeline->timeOf(first) + length);
        return workspace.insertCuesOnFrames(sides, first, Frame{end.number - 1});
    }
    const int row = table_->currentRow();
    const Time after = row < 0 ? Time() : session_.cues.startOf(row) + length;
    const Time start = session_.player.currentTime().value_or(after);
    return workspace.insertCues(sides, start, start + length);
}

void MainWindow::insertCue() {
    const Workspace& workspace = session_.workspace;
    const Sides sides = workspace.hasTrack(Side::First) == workspace.hasTrack(Side::Second)
                            ? Sides::Both
                        : workspace.hasTrack(Side::First) ? Sides::First
                                                          : Sides::Second;
    const Result<CuePair> made = insertedCue(sides);
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
