// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/session/film_shots.h>
#include <subs/session/shot_search.h>
#include <subs/session/shot_store.h>
#include <subs/session/workspace.h>

#include "shot_command.h"

#include <QtGui/QUndoStack>

#include <algorithm>
#include <utility>

namespace subs::session {

FilmShots::FilmShots(Workspace& workspace, ShotSearch& search, ShotStore& store, QObject* parent)
    : QObject(parent), workspace_(workspace), search_(search), store_(store) {
    connect(&workspace, &Workspace::filmPathChanged, this, &FilmShots::openFilm);
    connect(&search, &ShotSearch::changed, this, &FilmShots::recount);
    connect(&store, &ShotStore::opened, this, [this](const ShotList& work, const QString& problem) {
        take(work);
        if (!problem.isEmpty()) emit lost(problem);
    });
    connect(&store, &ShotStore::kept, this, &FilmShots::kept);
    if (!workspace.filmPath().isEmpty()) openFilm();
}

void FilmShots::openFilm() {
    isKnown_ = false;
    work_ = {};
    store_.open(workspace_.filmPath());
    search_.open(workspace_.filmPath());
}

void FilmShots::take(const ShotList& work) {
    isKnown_ = true;
    work_ = work;
    recount();
}

/// With what was searched for, where that counts.
ShotList FilmShots::whole() const {
    ShotList list = work_;
    if (list.source.empty()) list.detected = search_.shots();
    return list;
}

void FilmShots::recount() {
    inForce_ = inForce(whole());
    emit changed();
}

void FilmShots::put(const ShotList& work) {
    work_ = work;
    store_.keep(work_);
    recount();
}

void FilmShots::keepAgain() {
    if (isKnown_) store_.keep(work_);
}

void FilmShots::edit(const QString& text, ShotList next) {
    if (next.source.empty()) next.detected = {};
    if (!isKnown_ || next == work_) return;
    workspace_.endTyping();
    workspace_.undoStack().push(new ShotCommand(*this, text, {work_, std::move(next)}));
}

void FilmShots::addCut(Frame cut) {
    edit(tr("Add cut"), withCut(whole(), cut));
}

void FilmShots::removeCut(Frame cut) {
    edit(tr("Remove cut"), withoutCut(whole(), cut));
}

void FilmShots::moveCut(Frame from, Frame to) {
    if (isCut(from)) edit(tr("Move cut"), subs::withCutMoved(whole(), from, reachable(from, to)));
}

void FilmShots::takeList(const Shots& list, const QString& source) {
    edit(tr("Read cuts"), withRead(whole(), list, source.toStdString()));
}

void FilmShots::dropList() {
    edit(tr("Let go of list"), withRead(whole(), {}, {}));
}

Frame FilmShots::reachable(Frame from, Frame to) const {
    const std::optional<Frame> before = cutBeside(from, -1);
    const std::optional<Frame> behind = cutBeside(from, 1);
    const std::int64_t first = before ? before->number + 2 : 1;
    const std::int64_t last = behind ? behind->number - 2 : std::max(first, to.number);
    if (last < first) return from;
    return {std::clamp(to.number, first, last)};
}

Shots FilmShots::withCutMoved(Frame from, Frame to) const {
    return inForce(subs::withCutMoved(whole(), from, to));
}

bool FilmShots::isCut(Frame frame) const {
    return std::ranges::binary_search(inForce_.cuts, frame);
}

std::optional<Frame> FilmShots::cutBeside(Frame frame, int direction) const {
    const std::vector<Frame>& cuts = inForce_.cuts;
    if (direction > 0) {
        const auto next = std::ranges::upper_bound(cuts, frame);
        return next == cuts.end() ? std::nullopt : std::optional(*next);
    }
    const auto next = std::ranges::lower_bound(cuts, frame);
    return next == cuts.begin() ? std::nullopt : std::optional(*(next - 1));
}

}  // namespace subs::session
