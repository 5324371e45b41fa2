// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/file.h>
#include <subs/format/registry.h>
#include <subs/session/workspace.h>

#include "track.h"

#include <QtCore/QFileInfo>
#include <QtGui/QUndoStack>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace subs::session {
namespace {

tl::unexpected<Error> failure(const char* code, const QString& message) {
    return subs::failure(code, message.toStdString());
}

std::filesystem::path nativePath(const QString& path) {
    return std::filesystem::path(path.toStdU16String());
}

/// True where both names lead to one file.
bool isSameFile(const QString& a, const QString& b) {
    if (a.isEmpty() || b.isEmpty()) return false;
    std::error_code ignored;
    return QFileInfo(a).absoluteFilePath() == QFileInfo(b).absoluteFilePath() ||
           std::filesystem::equivalent(nativePath(a), nativePath(b), ignored);
}

/// The languages of two tracks, sorted into sides: Khmer is first, else English second, else as
/// they come.
std::vector<Side> sidesOfTwo(const std::string& a, const std::string& b) {
    const bool isTurned = (b == "km" && a != "km") || (a == "en" && b != "en");
    if (isTurned) return {Side::Second, Side::First};
    return {Side::First, Side::Second};
}

/// The format that `path` is to be written in, by its ending.
Result<const Format*> formatFor(const QString& path) {
    const QString ending = QFileInfo(path).suffix();
    const Format* format = ending.isEmpty() ? nullptr : formatNamed(ending.toStdString());
    if (format != nullptr) return format;
    return failure("format.unknown",
                   Workspace::tr("%1 was not saved: its name has no ending of a subtitle format "
                                 "(such as .srt or .ass)")
                       .arg(path));
}

}  // namespace

OpenReport Workspace::open(const QStringList& paths) {
    return adopt(readFiles(paths));
}

std::vector<Side> Workspace::sidesFor(const OpenedFiles& files) const {
    if (files.tracks.empty()) return {};
    const std::string& language = files.tracks.front().document.language;
    if (files.tracks.size() == 2) return sidesOfTwo(language, files.tracks[1].document.language);
    if (language == "km") return {Side::First};
    const auto suits = [&](Side side) {
        return !hasTrack(side) || document(side).language == language;
    };
    return {!suits(Side::Second) && suits(Side::First) ? Side::First : Side::Second};
}

bool Workspace::wouldLoseEdits(const OpenedFiles& files) const {
    const std::vector<Side> sides = sidesFor(files);
    return std::any_of(sides.begin(), sides.end(), [&](Side side) { return isModified(side); });
}

OpenReport Workspace::adopt(OpenedFiles files) {
    OpenReport report{sidesFor(files), files.film.has_value(), std::move(files.errors)};
    if (!report.tracks.empty()) undoStack_->clear();
    for (std::size_t i = 0; i < report.tracks.size(); ++i)
        replaceTrack(report.tracks[i], std::move(files.tracks[i]));
    for (const Side side : report.tracks)
        emit trackReplaced(side);
    if (!report.tracks.empty()) emit stateChanged();
    if (report.film) {
        filmPath_ = *files.film;
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
    track->stamp = opened.stamp;
    track->state = track->savedState = ++lastState_;
    track->findPlaces();
    tracks_[placeOf(side)] = std::move(track);
    forgetLinks();
    endTyping();
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
    emit filmPathChanged();
}

Result<Saved> Workspace::save(Side side, SaveOptions options) {
    if (!hasTrack(side))
        return failure("session.no-track", tr("Nothing was saved: this track is not open"));
    const Track& track = *tracks_[placeOf(side)];
    if (track.path.isEmpty())
        return failure("session.no-file", tr("The track was not saved: it has no file name yet"));
    if (options.changed == ChangedOnDisk::Refuse && isChanged(track.path, track.stamp))
        return failure("session.changed-on-disk",
                       tr("%1 was not saved: another program changed the file since it was opened")
                           .arg(track.path));
    return write(side, track.path, *track.format);
}

Result<Saved> Workspace::saveAs(Side side, const QString& path) {
    if (!hasTrack(side))
        return failure("session.no-track", tr("Nothing was saved: this track is not open"));
    const auto format = formatFor(path);
    if (!format) return tl::unexpected(format.error());
    if (isSameFile(path, this->path(otherThan(side))))
        return failure("session.other-track",
                       tr("%1 was not saved: it is the file of the other track").arg(path));
    return write(side, QFileInfo(path).absoluteFilePath(), **format);
}

Result<LossReport> Workspace::lossesOf(Side side, const QString& path) const {
    const auto format = formatFor(path);
    if (!format) return tl::unexpected(format.error());
    return (*format)->plan(document(side), {});
}

Result<Saved> Workspace::write(Side side, const QString& path, const Format& format) {
    Track& track = *tracks_[placeOf(side)];
    WriteOptions options;
    if (timeline_ && format.info().unit != track.format->info().unit) {
        options.rounding = Rounding::Frame;
        options.timeline = &*timeline_;
    }
    auto written = writtenDocument(track.document, format, options);
    if (!written) return tl::unexpected(written.error());
    const auto done = writeFileAtomically(nativePath(path), written->bytes);
    if (!done) return tl::unexpected(done.error());
    track.path = path;
    track.format = &format;
    track.stamp = stampOf(path, written->bytes);
    track.savedState = track.state;
    endTyping();
    emit stateChanged();
    return Saved{path, std::move(written->losses)};
}

}  // namespace subs::session
