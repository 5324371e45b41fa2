// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/session/workspace.h>

#include "edit_command.h"
#include "failed.h"
#include "shown_text.h"
#include "track.h"

#include <QtCore/QFileInfo>
#include <QtGui/QUndoStack>

#include <algorithm>
#include <iterator>
#include <utility>

namespace subs::session {
namespace {

/// Whether `change` can put cues into other links: anything but text.
bool changesTimes(const Change& change) {
    return std::any_of(change.steps.begin(), change.steps.end(), [](const CueChange& step) {
        if (!step.before || !step.after) return true;
        return step.before->start != step.after->start || step.before->end != step.after->end ||
               step.before->kind != step.after->kind;
    });
}

bool comesOrGoes(const Change& change) {
    return std::any_of(change.steps.begin(), change.steps.end(), [](const CueChange& step) {
        return !step.before || !step.after;
    });
}

/// Where a cue that begins at `start` goes: after the last one that begins before it or with it.
std::size_t placeFor(const Document& document, Time start) {
    const auto last = std::find_if(document.cues.rbegin(),
                                   document.cues.rend(),
                                   [&](const Cue& cue) { return cue.start <= start; });
    return static_cast<std::size_t>(document.cues.rend() - last);
}

/// A new cue of `document` that looks like its neighbour.
Cue newCue(const Document& document, Time start, std::optional<Time> end) {
    Cue cue;
    cue.id = CueId{document.lastId + 1};
    cue.start = start;
    cue.end = end;
    const std::size_t place = placeFor(document, start);
    if (!document.cues.empty()) cue.style = document.cues[place == 0 ? 0 : place - 1].style;
    return cue;
}

std::vector<CueId> idsOf(const Link& link, Side side) {
    return side == Side::First ? link.first : link.second;
}

}  // namespace

/// A cue and the track that it is in.
struct Workspace::Target {
    Side side;
    CueId id;
};

/// A frame of the film, or a time where none is given.
struct Workspace::Moment {
    std::optional<Frame> frame;
    Time time;
};

void Workspace::applyEdit(const std::array<SideEdit, 2>& edits) {
    const bool wasModified[] = {isModified(Side::First), isModified(Side::Second)};
    for (const Side side : kBothSides) {
        const SideEdit& edit = edits[placeOf(side)];
        if (!hasTrack(side)) continue;
        Track& track = *tracks_[placeOf(side)];
        if (edit.state) track.state = *edit.state;
        if (edit.change.empty()) continue;
        apply(edit.change, track.document);
        track.snapshot.reset();
        if (comesOrGoes(edit.change)) track.places = placesOf(track.document);
    }
    relink(edits);
    for (const Side side : kBothSides)
        if (!edits[placeOf(side)].change.empty()) emit edited(side, edits[placeOf(side)].change);
    if (wasModified[0] != isModified(Side::First) || wasModified[1] != isModified(Side::Second))
        emit stateChanged();
}

/// Only around the edit: nothing here may take long.
void Workspace::relink(const std::array<SideEdit, 2>& edits) {
    if (!changesTimes(edits[0].change) && !changesTimes(edits[1].change)) return;
    const bool wasKnown = links_->known;
    forgetLinks();
    if (!wasKnown) return;
    static const Places kNone;
    const auto changed = [&](Side side) {
        const auto& track = tracks_[placeOf(side)];
        return ChangedTrack{
            document(side), track ? track->places : kNone, edits[placeOf(side)].change};
    };
    links_->change = links_->table.relink(changed(Side::First), changed(Side::Second));
    links_->known = true;
}

EditPart Workspace::partOf(Side side, Change change) {
    if (change.empty()) return {};
    return {std::move(change), tracks_[placeOf(side)]->state, ++lastState_};
}

void Workspace::push(const QString& text, std::array<Change, 2> changes) {
    endTyping();
    if (changes[0].empty() && changes[1].empty()) return;
    std::array<EditPart, 2> parts;
    for (const Side side : kBothSides)
        parts[placeOf(side)] = partOf(side, std::move(changes[placeOf(side)]));
    undoStack_->push(new EditCommand(*this, text, std::move(parts)));
}

void Workspace::pushTyping(const QString& text, Side side, CueId id, Change change) {
    if (change.empty()) return;
    std::array<EditPart, 2> parts;
    parts[placeOf(side)] = partOf(side, std::move(change));
    undoStack_->push(new EditCommand(*this, text, std::move(parts), {typing_, side, id}));
}

/// The edits of what is another one now cannot be undone; those of the rest can.
void Workspace::forgetHistoryOf(OpenPart part) {
    endTyping();
    int done = 0;
    std::vector<std::unique_ptr<HistoryCommand>> kept;
    for (int i = 0; i < undoStack_->count(); ++i) {
        auto rest = static_cast<const HistoryCommand*>(undoStack_->command(i))->without(part);
        if (!rest) continue;
        if (i < undoStack_->index()) ++done;
        kept.push_back(std::move(rest));
    }
    undoStack_->clear();
    std::vector<HistoryCommand*> commands;
    for (auto& command : kept) {
        commands.push_back(command.get());
        undoStack_->push(command.release());
    }
    undoStack_->setIndex(done);
    for (HistoryCommand* command : commands)
        command->wake();
}

void Workspace::endTyping() {
    ++typing_;
}

Result<void> Workspace::writable(Side side) const {
    if (!isReadOnly(side)) return {};
    return failed("session.read-only",
                  tr("%1 was not changed: it is read-only. Save a copy to edit it")
                      .arg(QFileInfo(path(side)).fileName()));
}

Result<std::size_t> Workspace::placeOfCue(Side side, CueId id) const {
    if (const auto place = indexOf(side, id)) return *place;
    return failed("session.no-cue", tr("There is no such cue any more"));
}

Result<void> Workspace::setText(Side side, CueId id, const QString& plain) {
    if (auto may = writable(side); !may) return may;
    const auto place = placeOfCue(side, id);
    if (!place) return tl::unexpected(place.error());
    pushTyping(tr("Edit text"), side, id, withShownText(document(side), *place, plain));
    return {};
}

Result<CueId> Workspace::addPartner(Side side, CueId partner, const QString& plain) {
    if (const auto may = writable(side); !may) return tl::unexpected(may.error());
    const Cue* other = cue(otherThan(side), partner);
    if (other == nullptr) return failed("session.no-cue", tr("There is no such cue any more"));
    ensureTrack(side);
    Cue added = newCue(document(side), other->start, other->end);
    const CueId id = added.id;
    added.text.plain = typed(plain);
    const std::size_t place = placeFor(document(side), added.start);
    pushTyping(tr("Add text"), side, id, withInserted(document(side), place, std::move(added)));
    return id;
}

std::optional<Frame> Workspace::firstFrame(Side side, CueId id) const {
    const Cue* found = cue(side, id);
    if (found == nullptr || !timeline_) return std::nullopt;
    return timeline_->startFrameAt(found->start);
}

std::optional<Frame> Workspace::lastFrame(Side side, CueId id) const {
    const Cue* found = cue(side, id);
    if (found == nullptr || !timeline_) return std::nullopt;
    return found->end ? timeline_->endFrameAt(*found->end) : timeline_->startFrameAt(found->start);
}

/// Equal, or on the same frame: formats of different units write one frame in different ways.
bool Workspace::sameEdge(const Cue& a, const Cue& b, Edge edge) const {
    if (edge == Edge::Start)
        return a.start == b.start ||
               (timeline_ && timeline_->startFrameAt(a.start) == timeline_->startFrameAt(b.start));
    if (!a.end || !b.end) return a.end == b.end;
    return a.end == b.end ||
           (timeline_ && timeline_->endFrameAt(*a.end) == timeline_->endFrameAt(*b.end));
}

/// The cue and, with linked times, its partners on the other side that have the same edge.
std::vector<Workspace::Target> Workspace::sharing(Side side, CueId id, Edge edge) const {
    std::vector<Target> targets{{side, id}};
    const Link* link = linkedTimes_ == LinkedTimes::On ? linkOf(side, id) : nullptr;
    if (link == nullptr) return targets;
    const Side other = otherThan(side);
    for (const CueId partner : idsOf(*link, other))
        if (sameEdge(*cue(side, id), *cue(other, partner), edge))
            targets.push_back({other, partner});
    return targets;
}

/// The coarsest unit of the formats of `sides`, so that one time can be written exactly in all of
/// them.
Time Workspace::unitOf(const std::vector<Side>& sides) const {
    Time unit = Time::fromMilliseconds(1);
    for (const Side side : sides)
        unit = std::max(unit, tracks_[placeOf(side)]->format->info().unit);
    return unit;
}

Result<Time> Workspace::timeOf(const Moment& moment, Edge edge, Time unit) const {
    if (moment.frame && !timeline_)
        return failed("session.no-timeline",
                      tr("Times were not changed: the film's frames are not known yet"));
    const auto units = moment.frame ? unitsForFrame(*timeline_, *moment.frame, edge, unit)
                                    : rounded(moment.time, edge, Rounding::Nearest, unit, nullptr);
    if (!units) return tl::unexpected(units.error());
    return Time::fromFlicks(*units * unit.flicks());
}

Result<void> Workspace::moveEdges(Side side, CueId id, Edge edge, const Moment& moment) {
    const auto place = placeOfCue(side, id);
    if (!place) return tl::unexpected(place.error());
    const std::vector<Target> targets = sharing(side, id, edge);
    std::vector<Side> sides;
    for (const Target& target : targets) {
        if (auto may = writable(target.side); !may) return may;
        sides.push_back(target.side);
    }
    const auto time = timeOf(moment, edge, unitOf(sides));
    if (!time) return tl::unexpected(time.error());
    std::array<Change, 2> changes;
    for (const Target& target : targets) {
        auto change = withEdge(target, edge, *time);
        if (!change) return tl::unexpected(change.error());
        auto& steps = changes[placeOf(target.side)].steps;
        std::move(change->steps.begin(), change->steps.end(), std::back_inserter(steps));
    }
    push(edge == Edge::Start ? tr("Set in") : tr("Set out"), std::move(changes));
    return {};
}

Result<Change> Workspace::withEdge(const Target& target, Edge edge, Time time) const {
    const Cue& old = *cue(target.side, target.id);
    const Time start = edge == Edge::Start ? time : old.start;
    const std::optional<Time> end = edge == Edge::End ? time : old.end;
    if (end && start >= *end)
        return failed("session.order",
                      edge == Edge::Start ? tr("In was not set: it would not be before out")
                                          : tr("Out was not set: it would not be after in"));
    return withTimes(document(target.side), *indexOf(target.side, target.id), start, end);
}

Result<void> Workspace::setEdgeToFrame(Side side, CueId id, Edge edge, Frame frame) {
    return moveEdges(side, id, edge, {frame, {}});
}

Result<void> Workspace::setEdge(Side side, CueId id, Edge edge, Time time) {
    return moveEdges(side, id, edge, {std::nullopt, time});
}

/// The sides of `sides` that a new cue goes into: those with a track, or both where there is none
/// (which are made). Of two that are asked for, one that is read-only stays as it is.
Result<std::vector<Side>> Workspace::sidesToInsert(Sides sides) {
    std::vector<Side> there;
    std::vector<Side> wanted;
    for (const Side side : kBothSides) {
        if (!contains(sides, side) || !hasTrack(side)) continue;
        there.push_back(side);
        if (!isReadOnly(side)) wanted.push_back(side);
    }
    if (!wanted.empty()) return wanted;
    if (!there.empty()) return tl::unexpected(writable(there.front()).error());
    for (const Side side : kBothSides) {
        if (!contains(sides, side)) continue;
        ensureTrack(side);
        wanted.push_back(side);
    }
    return wanted;
}

Result<CuePair> Workspace::insertBetween(Sides sides, const Moment& start, const Moment& end) {
    const auto wanted = sidesToInsert(sides);
    if (!wanted) return tl::unexpected(wanted.error());
    const Time unit = unitOf(*wanted);
    const auto from = timeOf(start, Edge::Start, unit);
    if (!from) return tl::unexpected(from.error());
    const auto to = timeOf(end, Edge::End, unit);
    if (!to) return tl::unexpected(to.error());
    if (*from >= *to)
        return failed("session.order", tr("No cue was made: its out would not be after its in"));
    std::array<Change, 2> changes;
    CuePair pair;
    for (const Side side : *wanted) {
        Cue added = newCue(document(side), *from, *to);
        (side == Side::First ? pair.first : pair.second) = added.id;
        const std::size_t place = placeFor(document(side), *from);
        changes[placeOf(side)] = withInserted(document(side), place, std::move(added));
    }
    push(tr("Insert cue"), std::move(changes));
    return pair;
}

Result<CuePair> Workspace::insertCuesOnFrames(Sides sides, Frame first, Frame last) {
    return insertBetween(sides, {first, {}}, {last, {}});
}

Result<CuePair> Workspace::insertCues(Sides sides, Time start, Time end) {
    return insertBetween(sides, {std::nullopt, start}, {std::nullopt, end});
}

Result<void> Workspace::removeCues(const CuePair& pair) {
    std::array<Change, 2> changes;
    for (const Side side : kBothSides) {
        const auto id = pair.of(side);
        if (!id) continue;
        if (auto may = writable(side); !may) return may;
        const auto place = placeOfCue(side, *id);
        if (!place) return tl::unexpected(place.error());
        changes[placeOf(side)] = withRemoved(document(side), *place);
    }
    push(tr("Delete cue"), std::move(changes));
    return {};
}

}  // namespace subs::session
