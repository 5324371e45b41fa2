// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/commands.h>
#include <subs/editor/cue_editor.h>
#include <subs/editor/cue_selection.h>
#include <subs/editor/cue_table_view.h>
#include <subs/editor/file_flow.h>
#include <subs/editor/findings_panel.h>
#include <subs/editor/picture_panel.h>
#include <subs/editor/shot_flow.h>
#include <subs/editor/timeline.h>
#include <subs/editor/timeline_dock.h>
#include <subs/editor/timeline_panel.h>
#include <subs/editor/work_area.h>
#include <subs/session/cue_table_model.h>
#include <subs/session/film_shots.h>
#include <subs/session/player.h>
#include <subs/session/settings.h>
#include <subs/session/shot_search.h>

#include <QtGui/QUndoStack>
#include <QtWidgets/QApplication>

#include <algorithm>
#include <array>

namespace subs::editor {

using namespace session;

namespace {

constexpr int kTenFrames = 10;
constexpr int kNewCueSeconds = 2;
/// Of the sound beside an edge.
constexpr Time kBesideEdge = Time::fromMilliseconds(500);
/// The speeds that one comes to by steps.
constexpr std::array kSpeeds = {0.5, 0.6, 0.75, 0.9, 1.0, 1.25, 1.5, 1.75, 2.0};

}  // namespace

Commands::Commands(const Session& session, const Parts& parts, QObject* parent)
    : QObject(parent), session_(session), parts_(parts) {
    connect(&parts.area.editor(), &CueEditor::refused, this, &Commands::refuse);
    connect(&parts.area.table(), &CueTableView::cueChosen, this, &Commands::writeText);
}

void Commands::openDialog() {
    parts_.files.chooseAndOpen(FileFilter::All);
}

void Commands::saveFiles() {
    parts_.files.save();
}

void Commands::saveFirstAs() {
    parts_.files.saveAs(Side::First);
}

void Commands::saveSecondAs() {
    parts_.files.saveAs(Side::Second);
}

void Commands::closeFiles() {
    if (parts_.files.mayLeave()) session_.workspace.close();
}

void Commands::quit() {
    emit quitWanted();
}

void Commands::undo() {
    parts_.selection.goWhere([this] { session_.workspace.undoStack().undo(); });
}

void Commands::redo() {
    parts_.selection.goWhere([this] { session_.workspace.undoStack().redo(); });
}

void Commands::setEdge(Edge edge) {
    Workspace& workspace = session_.workspace;
    const std::optional<Side> side = parts_.selection.side();
    const std::optional<Time> time = session_.player.currentTime();
    if (!side || !time) return;
    const CueId id = *parts_.area.editor().cueOf(*side);
    const Result<void> done =
        workspace.timeline()
            ? workspace.setEdgeToFrame(*side, id, edge, session_.player.currentFrame())
            : workspace.setEdge(*side, id, edge, *time);
    if (!done) return refuse(QString::fromStdString(done.error().message));
    parts_.problems.clear(QStringLiteral("refused"));
}

void Commands::setIn() {
    setEdge(Edge::Start);
}

void Commands::setOut() {
    setEdge(Edge::End);
}

void Commands::goToIn() {
    parts_.selection.goToEdge(Edge::Start);
}

void Commands::goToOut() {
    parts_.selection.goToEdge(Edge::End);
}

void Commands::playCue() {
    const std::optional<Frame> first = parts_.selection.edgeFrame(Edge::Start);
    const std::optional<Frame> last = parts_.selection.edgeFrame(Edge::End);
    if (!first || !last) return;
    playFrames(*first, *last);
}

void Commands::playFrames(Frame first, Frame last) {
    if (playsAgain_) return session_.player.playAgain(first, last);
    session_.player.seek(first);
    session_.player.playUntil(last);
}

/// The frame that is shown `length` behind `frame`; before it, where that is negative.
Frame Commands::frameBeside(Frame frame, Time length) const {
    const std::optional<FrameTimeline> timeline = session_.player.timeline();
    if (!timeline) return frame;
    return std::max(Frame{0}, timeline->frameAt(timeline->timeOf(frame) + length));
}

void Commands::playBefore() {
    const std::optional<Frame> first = parts_.selection.edgeFrame(Edge::Start);
    if (!first || first->number == 0) return;
    playFrames(frameBeside(*first, -kBesideEdge), Frame{first->number - 1});
}

void Commands::playAfter() {
    const std::optional<Frame> last = parts_.selection.edgeFrame(Edge::End);
    if (!last) return;
    playFrames(Frame{last->number + 1}, frameBeside(*last, kBesideEdge));
}

void Commands::playFirst() {
    const std::optional<Frame> first = parts_.selection.edgeFrame(Edge::Start);
    const std::optional<Frame> last = parts_.selection.edgeFrame(Edge::End);
    if (!first || !last) return;
    const Frame behind = frameBeside(*first, kBesideEdge);
    playFrames(*first, std::clamp(Frame{behind.number - 1}, *first, *last));
}

void Commands::playLast() {
    const std::optional<Frame> first = parts_.selection.edgeFrame(Edge::Start);
    const std::optional<Frame> last = parts_.selection.edgeFrame(Edge::End);
    if (!first || !last) return;
    const Frame begin = frameBeside(Frame{last->number + 1}, -kBesideEdge);
    playFrames(std::clamp(begin, *first, *last), *last);
}

/// What is played now goes on as it began.
void Commands::playAgain() {
    playsAgain_ = !playsAgain_;
    emit playsAgainChanged();
}

void Commands::slower() {
    const auto next = std::ranges::lower_bound(kSpeeds, session_.player.speed());
    if (next != kSpeeds.begin()) session_.player.setSpeed(*(next - 1));
}

void Commands::faster() {
    const auto next = std::ranges::upper_bound(kSpeeds, session_.player.speed());
    if (next != kSpeeds.end()) session_.player.setSpeed(*next);
}

void Commands::showAsOtherPlayers() {
    const bool isOn = session_.player.look() == TextLook::OtherPlayers;
    session_.player.setLook(isOn ? TextLook::Delivered : TextLook::OtherPlayers);
}

void Commands::paintByOpenGl() {
    FilmView& view = parts_.area.picture().view();
    const bool isWanted = !view.isOpenGl();
    view.setOpenGl(isWanted);
    session_.settings.setOpenGl(view.isOpenGl());
    if (isWanted && !view.isOpenGl())
        refuse(tr(
            "OpenGL is not here, or does not paint a picture as it is; it is painted as before."));
    emit paintingChanged();
}

void Commands::playOrPause() {
    session_.player.togglePlaying();
}

void Commands::stepBack() {
    session_.player.step(-1);
}

void Commands::stepOn() {
    session_.player.step(1);
}

void Commands::tenBack() {
    session_.player.step(-kTenFrames);
}

void Commands::tenOn() {
    session_.player.step(kTenFrames);
}

void Commands::goToCut(int direction) {
    const auto cut = session_.shots.cutBeside(session_.player.currentFrame(), direction);
    if (!cut) return;
    session_.player.pause();
    session_.player.seek(*cut);
}

void Commands::previousCut() {
    goToCut(-1);
}

void Commands::nextCut() {
    goToCut(1);
}

/// Begins, or gives it up. A list that was read counts no longer.
void Commands::findShots() {
    ShotSearch& search = session_.shots.search();
    if (search.state() == ShotsState::Finding) return search.stop();
    session_.shots.dropList();
    search.find();
}

void Commands::readShots() {
    parts_.shots.chooseAndRead();
}

void Commands::writeShots() {
    parts_.shots.chooseAndWrite();
}

/// At the playhead: the frame there begins a shot, or does no longer.
void Commands::toggleCut() {
    session_.player.pause();
    const Frame frame = session_.player.currentFrame();
    if (session_.shots.isCut(frame))
        session_.shots.removeCut(frame);
    else
        session_.shots.addCut(frame);
}

/// The cut at the playhead, which goes with it.
void Commands::moveCut(int frames) {
    const Frame from = session_.player.currentFrame();
    if (!session_.shots.isCut(from)) return;
    const std::int64_t last = session_.player.frameCount() - 1;
    const Frame to = session_.shots.reachable(from, {std::min(from.number + frames, last)});
    session_.shots.moveCut(from, to);
    session_.player.pause();
    session_.player.seek(to);
}

void Commands::cutEarlier() {
    moveCut(-1);
}

void Commands::cutLater() {
    moveCut(1);
}

void Commands::previousCue() {
    parts_.selection.goToRow(parts_.selection.row() - 1);
}

void Commands::nextCue() {
    parts_.selection.goToRow(parts_.selection.row() + 1);
}

void Commands::acceptCue() {
    session_.workspace.endTyping();
    nextCue();
}

// At the playhead, without one after the selected cue.
Result<CuePair> Commands::insertedCue(Sides sides) {
    Workspace& workspace = session_.workspace;
    const Time length = Time::fromSeconds(kNewCueSeconds);
    if (const auto& timeline = workspace.timeline()) {
        const Frame first = session_.player.currentFrame();
        const Frame end = timeline->frameAt(timeline->timeOf(first) + length);
        return workspace.insertCuesOnFrames(sides, first, Frame{end.number - 1});
    }
    const int row = parts_.selection.row();
    const Time after = row < 0 ? Time() : session_.cues.startOf(row) + length;
    const Time start = session_.player.currentTime().value_or(after);
    return workspace.insertCues(sides, start, start + length);
}

void Commands::insertCue() {
    const Workspace& workspace = session_.workspace;
    const Sides sides = workspace.hasTrack(Side::First) == workspace.hasTrack(Side::Second)
                            ? Sides::Both
                        : workspace.hasTrack(Side::First) ? Sides::First
                                                          : Sides::Second;
    const Result<CuePair> made = insertedCue(sides);
    if (!made) return refuse(QString::fromStdString(made.error().message));
    parts_.selection.goToPair(*made);
    writeText();
}

void Commands::deleteCue() {
    const int row = parts_.selection.row();
    if (row < 0) return;
    const CueRow& cues = session_.cues.row(row);
    const Result<void> done = session_.workspace.removeCues(
        cues.cues.first || cues.cues.second ? cues.cues : cues.linked);
    if (!done) refuse(QString::fromStdString(done.error().message));
}

void Commands::linkTimes() {
    const bool on = session_.workspace.linkedTimes() == LinkedTimes::On;
    session_.workspace.setLinkedTimes(on ? LinkedTimes::Off : LinkedTimes::On);
}

void Commands::nextFinding() {
    parts_.selection.goToRow(
        parts_.area.findings().findings().cueRowAfter(parts_.selection.row(), 1));
}

void Commands::previousFinding() {
    parts_.selection.goToRow(
        parts_.area.findings().findings().cueRowAfter(parts_.selection.row(), -1));
}

void Commands::writeText() {
    parts_.area.showEditor();
    parts_.area.editor().startWriting();
}

void Commands::moveFocus(int direction) {
    WorkArea& area = parts_.area;
    QList<QWidget*> parts{&area.table(),
                          &area.editor().box(Side::First),
                          &area.editor().box(Side::Second),
                          &area.picture().view(),
                          &area.findings().list(),
                          &parts_.timeline.panel().timeline()};
    parts.removeIf([](const QWidget* part) { return !part->isVisible(); });
    if (parts.isEmpty()) return;
    const qsizetype here = parts.indexOf(QApplication::focusWidget());
    const qsizetype at = here < 0 && direction < 0 ? 0 : here;
    parts[(at + direction + parts.size()) % parts.size()]->setFocus(Qt::ShortcutFocusReason);
}

void Commands::nextPart() {
    moveFocus(1);
}

void Commands::previousPart() {
    moveFocus(-1);
}

void Commands::refuse(const QString& message) {
    parts_.problems.show(
        {QStringLiteral("refused"), ProblemKind::Problem, asSentence(message), {}});
}

void Commands::resetLayout() {
    parts_.area.resetArrangement();
    parts_.timeline.resetArrangement();
}

void Commands::zoomIn() {
    parts_.timeline.panel().zoomIn();
}

void Commands::zoomOut() {
    parts_.timeline.panel().zoomOut();
}

void Commands::showKeys() {
    emit keysWanted();
}

void Commands::showAbout() {
    emit aboutWanted();
}

}  // namespace subs::editor
