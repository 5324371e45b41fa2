// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/session/workspace.h>

#include "track.h"

#include <QtCore/QFileInfo>
#include <QtGui/QUndoStack>

#include <utility>

namespace subs::session {
namespace {

const Document& emptyDocument() {
    static const Document kEmpty;
    return kEmpty;
}

const Diagnostics& noDiagnostics() {
    static const Diagnostics kNone;
    return kNone;
}

}  // namespace

Workspace::Workspace(QObject* parent)
    : QObject(parent),
      undoStack_(std::make_unique<QUndoStack>()),
      links_(std::make_unique<Links>()) {}

Workspace::~Workspace() = default;

bool Workspace::hasTrack(Side side) const {
    return tracks_[placeOf(side)] != nullptr;
}

bool Workspace::isEmpty() const {
    return !hasTrack(Side::First) && !hasTrack(Side::Second) && filmPath_.isEmpty();
}

const Document& Workspace::document(Side side) const {
    return hasTrack(side) ? tracks_[placeOf(side)]->document : emptyDocument();
}

std::shared_ptr<const Document> Workspace::snapshot(Side side) const {
    if (!hasTrack(side)) return std::make_shared<const Document>();
    auto& snapshot = tracks_[placeOf(side)]->snapshot;
    if (!snapshot) snapshot = std::make_shared<const Document>(document(side));
    return snapshot;
}

Beside Workspace::beside() const {
    Beside beside;
    for (const Side side : kBothSides) {
        if (!hasTrack(side)) continue;
        beside.documents[placeOf(side)] = snapshot(side);
        beside.states[placeOf(side)] = tracks_[placeOf(side)]->state;
    }
    return beside;
}

const Cue* Workspace::cue(Side side, CueId id) const {
    const auto place = indexOf(side, id);
    return place ? &document(side).cues[*place] : nullptr;
}

std::optional<std::size_t> Workspace::indexOf(Side side, CueId id) const {
    if (!hasTrack(side)) return std::nullopt;
    const std::uint32_t place = placeIn(tracks_[placeOf(side)]->places, id);
    if (place == kNowhere) return std::nullopt;
    return place;
}

QString Workspace::path(Side side) const {
    return hasTrack(side) ? tracks_[placeOf(side)]->path : QString();
}

QString Workspace::language(Side side) const {
    const std::string& known = document(side).language;
    if (!known.empty()) return QString::fromStdString(known);
    return side == Side::First ? QStringLiteral("km") : QStringLiteral("en");
}

const Format* Workspace::format(Side side) const {
    return hasTrack(side) ? tracks_[placeOf(side)]->format : nullptr;
}

const Diagnostics& Workspace::diagnostics(Side side) const {
    return hasTrack(side) ? tracks_[placeOf(side)]->diagnostics : noDiagnostics();
}

bool Workspace::isReadOnly(Side side) const {
    return hasTrack(side) && tracks_[placeOf(side)]->isReadOnly;
}

void Workspace::lookAgain() {
    bool isOther = false;
    for (auto& track : tracks_) {
        if (!track) continue;
        const bool now = !track->path.isEmpty() && !canBeWritten(track->path);
        isOther |= std::exchange(track->isReadOnly, now) != now;
    }
    if (isOther) emit stateChanged();
}

bool Workspace::isModified(Side side) const {
    return hasTrack(side) && tracks_[placeOf(side)]->isModified();
}

bool Workspace::isModified() const {
    return isModified(Side::First) || isModified(Side::Second);
}

QString Workspace::filmPath() const {
    return filmPath_;
}

const std::optional<FrameTimeline>& Workspace::timeline() const {
    return timeline_;
}

std::optional<double> Workspace::aspect() const {
    return aspect_;
}

void Workspace::setTimeline(std::optional<FrameTimeline> timeline, std::optional<double> aspect) {
    if (!timeline && !timeline_) return;
    timeline_ = std::move(timeline);
    aspect_ = aspect;
    emit timelineChanged();
}

LinkedTimes Workspace::linkedTimes() const {
    return linkedTimes_;
}

void Workspace::setLinkedTimes(LinkedTimes linked) {
    if (linked == linkedTimes_) return;
    linkedTimes_ = linked;
    emit linkedTimesChanged(linked);
}

QUndoStack& Workspace::undoStack() const {
    return *undoStack_;
}

const std::vector<Link>& Workspace::links() const {
    if (!links_->known) {
        links_->table = LinkTable::of(document(Side::First), document(Side::Second));
        links_->known = true;
    }
    return links_->table.links();
}

quint64 Workspace::linksVersion() const {
    return links_->version;
}

std::optional<LinkChange> Workspace::linkChange() const {
    return links_->change;
}

void Workspace::forgetLinks() {
    links_->known = false;
    links_->change.reset();
    ++links_->version;
}

const Link* Workspace::linkOf(Side side, CueId id) const {
    const std::vector<Link>& all = links();
    const std::uint32_t place = links_->table.placeOf(placeOf(side), id);
    return place == kNowhere ? nullptr : &all[place];
}

}  // namespace subs::session
