// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/format/registry.h>
#include <subs/format/unread.h>
#include <subs/session/workspace.h>

#include "failed.h"
#include "history_command.h"
#include "track.h"

#include <QtCore/QFileInfo>
#include <QtGui/QUndoStack>

#include <algorithm>
#include <iterator>
#include <utility>

namespace subs::session {
namespace {

/// The format that `path` is to be written in, by its ending.
Result<const Format*> formatFor(const QString& path) {
    const QString ending = QFileInfo(path).suffix();
    const Format* format = ending.isEmpty() ? nullptr : formatNamed(ending.toStdString());
    if (format != nullptr) return format;
    return failed("format.unknown",
                  Workspace::tr("%1 was not saved: its name has no ending of a subtitle format "
                                "(such as .srt or .ass)")
                      .arg(path));
}

}  // namespace

OpenReport Workspace::open(const QStringList& paths) {
    return adopt(readFiles(paths, beside()));
}

std::vector<Side> Workspace::sidesFor(const OpenedFiles& files) const {
    std::array<std::optional<std::string>, 2> open;
    for (const Side side : kBothSides)
        if (hasTrack(side)) open[placeOf(side)] = document(side).language;
    return session::sidesFor(files.tracks, open);
}

/// True where the one track of `files` would stand beside itself. Of two, `readFiles` sees to it.
bool Workspace::isOpenBeside(const OpenedFiles& files) const {
    if (files.tracks.size() != 1) return false;
    return isSameFile(files.tracks.front().path, path(otherThan(sidesFor(files).front())));
}

bool Workspace::wouldLoseEdits(const OpenedFiles& files) const {
    if (isOpenBeside(files)) return false;
    const std::vector<Side> sides = sidesFor(files);
    return std::any_of(sides.begin(), sides.end(), [&](Side side) { return isModified(side); });
}

OpenReport Workspace::adopt(OpenedFiles files) {
    if (isOpenBeside(files)) {
        files.errors.push_back(openAlready(files.tracks.front().path));
        files.tracks.clear();
        files.links.reset();
    }
    OpenReport report{sidesFor(files), files.film.has_value(), std::move(files.errors)};
    for (const Side side : report.tracks)
        forgetHistoryOf(openPartOf(side));
    for (std::size_t i = 0; i < report.tracks.size(); ++i)
        replaceTrack(report.tracks[i], std::move(files.tracks[i]));
    takeLinks(files, report.tracks);
    for (const Side side : report.tracks)
        emit trackReplaced(side);
    if (!report.tracks.empty()) emit stateChanged();
    if (report.film && files.isFilmMissing && !filmPath_.isEmpty() && !isFilmMissing_) {
        report.film = false;  // The film that is open stays.
        report.errors.push_back(
            {*files.film,
             Error{"io.not-found", tr("%1 does not exist").arg(*files.film).toStdString()}});
    }
    if (report.film) {
        forgetHistoryOf(OpenPart::Film);
        filmPath_ = *files.film;
        isFilmMissing_ = files.isFilmMissing;
        emit filmPathChanged();
    }
    return report;
}

void Workspace::replaceTrack(Side side, OpenedTrack opened) {
    auto track = std::make_unique<Track>();
    track->document = std::move(opened.document);
    track->path = opened.path;
    track->format = opened.format;
    track->diagnostics = std::move(opened.diagnostics);
    track->unread = std::move(opened.unread);
    track->stamp = opened.stamp;
    track->isReadOnly = opened.isReadOnly;
    track->state = track->savedState = track->firstState = ++lastState_;
    track->places = opened.places.empty() ? placesOf(track->document) : std::move(opened.places);
    track->snapshot = std::move(opened.snapshot);
    tracks_[placeOf(side)] = std::move(track);
    forgetLinks();
    endTyping();
}

/// The links that were made while reading hold where nothing was edited since.
void Workspace::takeLinks(OpenedFiles& files, const std::vector<Side>& sides) {
    if (!files.links || files.linkedSides != sides) return;
    for (const Side side : kBothSides) {
        const bool isNew = std::find(sides.begin(), sides.end(), side) != sides.end();
        const quint64 now = hasTrack(side) ? tracks_[placeOf(side)]->state : 0;
        if (!isNew && now != files.linkedWith[placeOf(side)]) return;
    }
    links_->table = std::move(*files.links);
    links_->known = true;
}

void Workspace::ensureTrack(Side side) {
    if (hasTrack(side)) return;
    OpenedTrack untitled;
    untitled.document.language = language(side).toStdString();
    untitled.format = formatNamed("srt");
    untitled.document.format = "srt";
    replaceTrack(side, std::move(untitled));
    emit trackReplaced(side);
}

void Workspace::close() {
    undoStack_->clear();
    endTyping();
    forgetLinks();
    const bool had[] = {hasTrack(Side::First), hasTrack(Side::Second)};
    for (auto& track : tracks_)
        track.reset();
    for (const Side side : kBothSides)
        if (had[placeOf(side)]) emit trackReplaced(side);
    emit stateChanged();
    if (filmPath_.isEmpty()) return;
    filmPath_.clear();
    isFilmMissing_ = false;
    emit filmPathChanged();
}

Result<Saved> Workspace::save(Side side, SaveOptions options) {
    const auto job = saveJob(side, options);
    if (!job) return tl::unexpected(job.error());
    return finishSave(*job, runSaveJob(*job));
}

Result<Saved> Workspace::saveAs(Side side, const QString& path) {
    const auto job = saveAsJob(side, path);
    if (!job) return tl::unexpected(job.error());
    return finishSave(*job, runSaveJob(*job));
}

Result<SaveJob> Workspace::saveJob(Side side, SaveOptions options) const {
    if (!hasTrack(side))
        return failed("session.no-track", tr("Nothing was saved: this track is not open"));
    const Track& track = *tracks_[placeOf(side)];
    if (track.path.isEmpty())
        return failed("session.no-file", tr("The track was not saved: it has no file name yet"));
    SaveJob job = jobFor(side, track.path, *track.format);
    if (options.changed == ChangedOnDisk::Refuse) job.unchanged = track.stamp;
    return job;
}

Result<SaveJob> Workspace::saveAsJob(Side side, const QString& path) const {
    if (!hasTrack(side))
        return failed("session.no-track", tr("Nothing was saved: this track is not open"));
    const auto format = formatFor(path);
    if (!format) return tl::unexpected(format.error());
    if (isSameFile(path, this->path(otherThan(side))))
        return failed("session.other-track",
                      tr("%1 was not saved: it is the file of the other track").arg(path));
    return jobFor(side, QFileInfo(path).absoluteFilePath(), **format);
}

SaveJob Workspace::jobFor(Side side, const QString& path, const Format& format) const {
    const Track& track = *tracks_[placeOf(side)];
    SaveJob job;
    job.side = side;
    job.track = track.firstState;
    job.state = track.state;
    job.document = snapshot(side);
    job.format = &format;
    job.path = path;
    if (format.info().id != track.document.format)
        addUnread(track.unread, format.info(), job.unread);
    if (format.info().unit != track.format->info().unit) job.timeline = timeline_;
    return job;
}

Result<Saved> Workspace::finishSave(const SaveJob& job, Result<WrittenFile> written) {
    if (!written) return tl::unexpected(written.error());
    const auto& track = tracks_[placeOf(job.side)];
    if (track && track->firstState == job.track) {
        track->path = job.path;
        track->format = job.format;
        track->stamp = written->stamp;
        track->savedState = job.state;
        track->isReadOnly = false;
        endTyping();
        emit stateChanged();
    }
    std::ranges::copy(job.unread.items, std::back_inserter(written->losses.items));
    return Saved{job.path, std::move(written->losses)};
}

Result<LossReport> Workspace::lossesOf(Side side, const QString& path) const {
    const auto format = formatFor(path);
    if (!format) return tl::unexpected(format.error());
    LossReport losses = (*format)->plan(document(side), {});
    if (hasTrack(side) && (*format)->info().id != document(side).format)
        addUnread(tracks_[placeOf(side)]->unread, (*format)->info(), losses);
    return losses;
}

}  // namespace subs::session
