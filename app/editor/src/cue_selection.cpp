// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/editor/cue_editor.h>
#include <subs/editor/cue_selection.h>
#include <subs/editor/cue_table_view.h>
#include <subs/editor/findings_panel.h>
#include <subs/editor/work_area.h>
#include <subs/session/checks.h>
#include <subs/session/cue_table_model.h>
#include <subs/session/player.h>

#include <algorithm>
#include <utility>

namespace subs::editor {

using namespace session;

CueSelection::CueSelection(const Session& session, WorkArea& area, QObject* parent)
    : QObject(parent), session_(session), area_(area) {
    connectTable();
    connect(&session_.workspace, &Workspace::edited, this, &CueSelection::onEdited);
    connect(&session_.checks, &Checks::finished, this, &CueSelection::refreshSoon);
    soon_.setSingleShot(true);
    soon_.setInterval(0);
    connect(&soon_, &QTimer::timeout, this, [this] {
        restoreRow();
        area_.editor().refresh();
        emit settled();
    });
}

void CueSelection::connectTable() {
    connect(area_.table().selectionModel(),
            &QItemSelectionModel::currentRowChanged,
            this,
            &CueSelection::onRowChanged);
    const auto& cues = session_.cues;
    using Model = QAbstractItemModel;
    for (const auto signal : {&Model::rowsAboutToBeInserted, &Model::rowsAboutToBeRemoved})
        connect(&cues, signal, this, &CueSelection::keepThroughChange);
    connect(&cues, &Model::modelAboutToBeReset, this, &CueSelection::keepThroughChange);
    connect(&cues, &CueTableModel::filled, this, &CueSelection::refreshSoon);
    connect(&cues, &Model::dataChanged, this, [this](const auto& from, const auto& to) {
        onDataChanged(from.row(), to.row());
    });
}

int CueSelection::row() const {
    return area_.table().currentRow();
}

CuePair CueSelection::cuesOf(int row) const {
    return row < 0 ? CuePair{} : session_.cues.row(row).linked;
}

void CueSelection::showRow(int row) {
    area_.editor().showRow(row);
    area_.findings().showRow(row);
}

void CueSelection::goToRow(int row) {
    area_.table().goToRow(row);
}

void CueSelection::goToPair(const CuePair& cues) {
    for (const Side side : kBothSides)
        if (const auto id = cues.of(side); id && session_.cues.rowOf(side, *id) >= 0) {
            current_ = cues;
            goToRow(session_.cues.rowOf(side, *id));
        }
}

void CueSelection::goWhere(const std::function<void()>& deed) {
    edited_.reset();
    deed();
    if (edited_) goToPair(*edited_);
}

void CueSelection::onRowChanged() {
    if (rowsMove_) return;
    current_ = cuesOf(row());
    showRow(row());
    if (!session_.player.isPlaying()) goToEdge(Edge::Start);
    emit changed();
}

void CueSelection::keepThroughChange() {
    rowsMove_ = true;
    soon_.start();
}

// The selection comes back to its cue when the rows are done.
void CueSelection::restoreRow() {
    if (!rowsMove_) return;
    int row = -1;
    for (const Side side : kBothSides)
        if (const auto id = current_.of(side); id && row < 0) row = session_.cues.rowOf(side, *id);
    if (row < 0) row = std::min(std::max(area_.editor().row(), 0), session_.cues.rowCount() - 1);
    goToRow(row);
    rowsMove_ = false;
    const CuePair before = std::exchange(current_, cuesOf(row));
    const bool same = std::ranges::any_of(kBothSides, [&](Side side) {
        return current_.of(side) && before.of(side) == current_.of(side);
    });
    showRow(row);
    if (!same && !session_.player.isPlaying()) goToEdge(Edge::Start);
}

void CueSelection::onEdited(Side side, const Change& change) {
    if (change.empty()) return;
    const CueChange& step = change.steps.front();
    const CueId id = step.after ? step.after->id : step.before->id;
    edited_ = side == Side::First ? CuePair{id, std::nullopt} : CuePair{std::nullopt, id};
    soon_.start();
}

void CueSelection::onDataChanged(int from, int to) {
    const int row = area_.editor().row();
    if (!rowsMove_ && from <= row && row <= to) area_.editor().refresh();
}

std::optional<Side> CueSelection::side() const {
    const CueEditor& editor = area_.editor();
    const Side active = editor.activeSide();
    if (editor.cueOf(active)) return active;
    if (editor.cueOf(otherThan(active))) return otherThan(active);
    return std::nullopt;
}

std::optional<Frame> CueSelection::edgeFrame(Edge edge) const {
    const Workspace& workspace = session_.workspace;
    const std::optional<Side> chosen = side();
    if (!chosen) return std::nullopt;
    const CueId id = *area_.editor().cueOf(*chosen);
    if (workspace.timeline())
        return edge == Edge::Start ? workspace.firstFrame(*chosen, id)
                                   : workspace.lastFrame(*chosen, id);
    const std::optional<FrameTimeline> clock = session_.player.timeline();
    const Cue* cue = workspace.cue(*chosen, id);
    if (!clock || !cue) return std::nullopt;
    return edge == Edge::Start ? clock->startFrameAt(cue->start)
                               : clock->frameAt(cue->end.value_or(cue->start));
}

void CueSelection::goToEdge(Edge edge) {
    if (const std::optional<Frame> frame = edgeFrame(edge)) session_.player.seek(*frame);
}

}  // namespace subs::editor
