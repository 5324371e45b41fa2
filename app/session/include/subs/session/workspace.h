// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/edit/change.h>
#include <subs/format/loss_report.h>
#include <subs/model/links.h>
#include <subs/session/link_table.h>
#include <subs/session/linked_times.h>
#include <subs/session/opened_files.h>
#include <subs/session/save_job.h>
#include <subs/session/side.h>
#include <subs/time/frame_rule.h>
#include <subs/time/frame_timeline.h>

#include <QtCore/QObject>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QUndoStack;
QT_END_NAMESPACE

namespace subs::session {

struct EditPart;
enum class OpenPart : std::uint8_t;

/// What opening files came to.
struct OpenReport {
    std::vector<Side> tracks;       ///< The sides that were filled.
    bool film = false;              ///< A film was among the files.
    std::vector<FileError> errors;  ///< Each with a plain message for a person.
};

enum class ChangedOnDisk : std::uint8_t { Refuse, Overwrite };

struct SaveOptions {
    /// What to do with a file that another program changed since it was read.
    ChangedOnDisk changed = ChangedOnDisk::Refuse;
};

/// A save that was done.
struct Saved {
    QString path;
    LossReport losses;  ///< What the format could not hold.
};

/// Cues that belong together, one of each side where both are there.
struct CuePair {
    std::optional<CueId> first;
    std::optional<CueId> second;

    std::optional<CueId> of(Side side) const { return side == Side::First ? first : second; }
    friend bool operator==(const CuePair&, const CuePair&) = default;
};

/// What is open: two tracks, a film, one undo stack for all edits. Lives in the window's thread,
/// shows no dialogs: what cannot be done is an error value whose message a person can read. Each
/// operation is one undo step.
class Workspace : public QObject {
    Q_OBJECT

public:
    explicit Workspace(QObject* parent = nullptr);
    ~Workspace() override;

    // What is open

    /// False where neither a file was opened nor a cue made on this side.
    bool hasTrack(Side side) const;
    /// True without tracks and film.
    bool isEmpty() const;
    /// The track's document; an empty one where there is none. The reference holds until the next
    /// change.
    const Document& document(Side side) const;
    /// A copy for a worker, made once between two changes.
    std::shared_ptr<const Document> snapshot(Side side) const;
    /// What is open, for a worker that reads files to stand beside it.
    Beside beside() const;
    /// Null where this side has no such cue. O(1).
    const Cue* cue(Side side, CueId id) const;
    /// The cue's place in the document. O(1).
    std::optional<std::size_t> indexOf(Side side, CueId id) const;
    /// Empty where the track has no file yet.
    QString path(Side side) const;
    /// BCP 47: the document's, else "km" for the first side and "en" for the second.
    QString language(Side side) const;
    /// The format that the track is saved in; null where there is no track.
    const Format* format(Side side) const;
    /// Remarks of the reader.
    const Diagnostics& diagnostics(Side side) const;
    /// True where the file or its folder could not be written when it was opened or last looked at.
    /// Edits are refused then; a copy can be saved, and is edited from then on.
    bool isReadOnly(Side side) const;
    /// Looks anew whether the files can be written.
    void lookAgain();
    /// True where the track differs from its file.
    bool isModified(Side side) const;
    bool isModified() const;
    /// Empty without a film.
    QString filmPath() const;
    /// True where the film's file was not there when it was opened.
    bool isFilmMissing() const { return isFilmMissing_; }
    /// The film's frames, once they are known.
    const std::optional<FrameTimeline>& timeline() const;
    /// The width of the film's picture divided by its height, where that is known.
    std::optional<double> aspect() const;

    // Opening and saving

    /// Reads `paths` and adopts them at once; a window calls `readFiles` in a worker.
    OpenReport open(const QStringList& paths);
    /// Opens what was read. Tracks replace the one of their language's side; what was
    /// edited in that one cannot be undone any more, edits of the other can. A file that the other
    /// side has open is refused, by whatever name it comes ("session.open-already").
    OpenReport adopt(OpenedFiles files);
    /// The sides that `adopt` would fill, in the order of `files.tracks`.
    std::vector<Side> sidesFor(const OpenedFiles& files) const;
    /// True where `adopt` would throw away edits that are in no file.
    bool wouldLoseEdits(const OpenedFiles& files) const;
    /// Closes tracks and film.
    void close();

    /// Writes the track to its file: whole or not at all, and the old file stays whole on failure.
    /// Errors: "session.no-file", "session.changed-on-disk", those of the formats and of
    /// `writeFileAtomically`. A window takes the three steps of it one by one, the second in a
    /// worker: `saveJob`, `runSaveJob`, `finishSave`.
    Result<Saved> save(Side side, SaveOptions options = {});
    /// Writes the track to `path`, in the format of its ending, and stays with that file. Replaces
    /// an existing one.
    Result<Saved> saveAs(Side side, const QString& path);
    Result<SaveJob> saveJob(Side side, SaveOptions options = {}) const;
    Result<SaveJob> saveAsJob(Side side, const QString& path) const;
    /// Takes over what came of `job`; edits made meanwhile stay edits.
    Result<Saved> finishSave(const SaveJob& job, Result<WrittenFile> written);
    /// What `saveAs` would lose.
    Result<LossReport> lossesOf(Side side, const QString& path) const;

    // Edits: one undo step each; an edit that changes nothing makes none. "session.read-only" where
    // the track is.

    /// New plain text for a cue. Edits of the same cue and side join into one step until
    /// `endTyping`.
    Result<void> setText(Side side, CueId id, const QString& plain);
    /// A new cue on `side` with the times of `partner` on the other side: the first text of a cue
    /// that is not translated. Joins with `setText` as typing. Makes the track where there is none.
    Result<CueId> addPartner(Side side, CueId partner, const QString& plain);
    /// The next text begins a new undo step: the selection moved, or the person paused.
    void endTyping();

    /// `frame` as the first frame (`Edge::Start`) or the last frame (`Edge::End`) on which the cue
    /// is shown. The time is what the file will say (the midpoint between two frames in the
    /// format's unit), so that after saving and opening the cue is on the same frame. With linked
    /// times the partners that share the edge come along. Errors: "session.no-timeline",
    /// "session.order" (in would not be before out), "time.no-unit-between-frames".
    Result<void> setEdgeToFrame(Side side, CueId id, Edge edge, Frame frame);
    /// `time`, to the nearest unit of the format, as in or (exclusive) out.
    Result<void> setEdge(Side side, CueId id, Edge edge, Time time);
    /// On at first.
    LinkedTimes linkedTimes() const;
    void setLinkedTimes(LinkedTimes linked);
    /// All cues of both tracks, linked by overlap (model/links.h); after an edit of times only
    /// those around it are made anew (link_table.h).
    const std::vector<Link>& links() const;
    /// Another number whenever `links` may answer otherwise.
    quint64 linksVersion() const;
    /// Which links became others when the version before this one became this one; nothing where
    /// that may be all of them.
    std::optional<LinkChange> linkChange() const;
    /// The link that a cue is in; null for a comment or an unknown cue. O(1).
    const Link* linkOf(Side side, CueId id) const;

    /// The first and the last frame that a cue is on; nothing without a timeline or cue. The end
    /// without one is its start.
    std::optional<Frame> firstFrame(Side side, CueId id) const;
    std::optional<Frame> lastFrame(Side side, CueId id) const;

    /// New empty cues shown on the frames `first` to `last` on those `sides` that have a track
    /// (without any, tracks are made), after the cues that begin before. Errors as for
    /// `setEdgeToFrame`.
    Result<CuePair> insertCuesOnFrames(Sides sides, Frame first, Frame last);
    /// The same with times, to the nearest unit of the format.
    Result<CuePair> insertCues(Sides sides, Time start, Time end);
    /// Removes the cues of a pair together.
    Result<void> removeCues(const CuePair& pair);

    QUndoStack& undoStack() const;

    /// Set by who knows the film (see player.h); nothing: the film is not open. `aspect` is the
    /// width of its picture divided by the height, as shown.
    void setTimeline(std::optional<FrameTimeline> timeline, std::optional<double> aspect = {});

signals:
    /// The whole track is another one: opened, closed, made.
    void trackReplaced(subs::session::Side side);
    /// `change` was just done to the track, by an edit, undo or redo.
    void edited(subs::session::Side side, const subs::Change& change);
    /// `isModified`, `path`, `format` or `isReadOnly` may answer otherwise.
    void stateChanged();
    void filmPathChanged();
    void timelineChanged();
    void linkedTimesChanged(subs::session::LinkedTimes linked);

private:
    friend class EditCommand;
    struct Track;
    struct Links;
    struct Target;
    struct Moment;
    struct SideEdit;

    bool isOpenBeside(const OpenedFiles& files) const;
    void replaceTrack(Side side, OpenedTrack opened);
    void ensureTrack(Side side);
    void forgetLinks();
    void relink(const std::array<SideEdit, 2>& edits);
    SaveJob jobFor(Side side, const QString& path, const Format& format) const;
    void takeLinks(OpenedFiles& files, const std::vector<Side>& sides);
    Result<void> writable(Side side) const;
    Result<std::size_t> placeOfCue(Side side, CueId id) const;
    EditPart partOf(Side side, Change change);
    void forgetHistoryOf(OpenPart part);
    void push(const QString& text, std::array<Change, 2> changes);
    void pushTyping(const QString& text, Side side, CueId id, Change change);
    void applyEdit(const std::array<SideEdit, 2>& edits);
    bool sameEdge(const Cue& a, const Cue& b, Edge edge) const;
    std::vector<Target> sharing(Side side, CueId id, Edge edge) const;
    Time unitOf(const std::vector<Side>& sides) const;
    Result<Time> timeOf(const Moment& moment, Edge edge, Time unit) const;
    Result<Change> withEdge(const Target& target, Edge edge, Time time) const;
    Result<std::vector<Side>> sidesToInsert(Sides sides);
    Result<void> moveEdges(Side side, CueId id, Edge edge, const Moment& moment);
    Result<CuePair> insertBetween(Sides sides, const Moment& start, const Moment& end);

    std::array<std::unique_ptr<Track>, 2> tracks_;
    std::unique_ptr<QUndoStack> undoStack_;
    std::unique_ptr<Links> links_;
    QString filmPath_;
    bool isFilmMissing_ = false;
    std::optional<FrameTimeline> timeline_;
    std::optional<double> aspect_;
    LinkedTimes linkedTimes_ = LinkedTimes::On;
    quint64 lastState_ = 0;
    quint64 typing_ = 1;
};

}  // namespace subs::session
