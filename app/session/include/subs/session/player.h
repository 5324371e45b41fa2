// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/edit/change.h>
#include <subs/job/ports.h>
#include <subs/model/document.h>
#include <subs/session/side.h>
#include <subs/time/frame_timeline.h>

#include <QtCore/QObject>
#include <QtCore/QSize>
#include <QtCore/QString>
#include <QtGui/QImage>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

namespace subs::session {

class Workspace;

enum class PlayerState : std::uint8_t {
    Empty,    ///< No film.
    Opening,  ///< The film is being opened and indexed.
    Paused,
    Playing,
    Failed,  ///< The film cannot be shown; the message says why.
};

/// What the player has to tell a person.
enum class PlayerTopic : std::uint8_t {
    Failed,  ///< The film cannot be shown.
    Film,    ///< Something about the film or a picture of it: what is damaged, what is missing.
    Sound,   ///< Why there is no sound; without a text: there is again.
    Font,    ///< A style asks for a font that is not here.
};

struct PlayerMessage {
    PlayerTopic topic = PlayerTopic::Film;
    QString text;   ///< A plain sentence, without its capital and full stop.
    QString asked;  ///< Of a font: what the style asks for.
    QString shown;  ///< Of a font: what is shown in its place.
};

/// Plays a film and shows single frames of it with the subtitles over them. Nothing here blocks:
/// requests return at once, the newest one wins, answers come as signals in the thread that the
/// player lives in.
class Player : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Closes the film that is open and opens `path`; an empty one only closes.
    virtual void open(const QString& path) = 0;
    virtual PlayerState state() const = 0;
    /// The frame last asked for or played.
    virtual Frame currentFrame() const = 0;
    /// 0 without a film or picture. Those that are known so far.
    virtual std::int64_t frameCount() const = 0;
    /// How much of the film was looked through for its frames, from 0 to 1. Until that is 1 frames
    /// behind those that are known are shown by their time, and their numbers are guesses.
    virtual double indexedShare() const { return 1; }
    /// Nothing until the film is open. Without a picture: of a clock that only moves are counted
    /// in.
    virtual std::optional<FrameTimeline> timeline() const = 0;
    /// The size of the picture as it is shown; empty without one.
    virtual QSize filmSize() const = 0;
    /// False where there is sound alone, or nothing.
    bool hasPicture() const { return !filmSize().isEmpty(); }
    /// Where the playhead stands; nothing until the film is open.
    virtual std::optional<Time> currentTime() const;

    /// Goes to `frame`, kept inside the film. While playing, goes on from there.
    virtual void seek(Frame frame) = 0;
    /// The same while a person drags over the film: as long as the frame's picture is not there a
    /// key frame's before it may be shown, by its own number.
    virtual void scrub(Frame frame) { seek(frame); }
    /// To the end of the film.
    virtual void play() = 0;
    /// Plays until `last` was shown, then pauses on it.
    virtual void playUntil(Frame last) = 0;
    /// Plays `first` to `last` again and again, until it is paused or something else is played.
    /// Where one is between the two it begins there, else at `first`.
    virtual void playAgain(Frame first, Frame last) = 0;
    /// How fast is played, from `kSlowest` to `kFastest`; the sound keeps its pitch. While playing,
    /// goes on so.
    virtual void setSpeed(double speed) = 0;
    virtual double speed() const = 0;
    static constexpr double kSlowest = 0.5;
    static constexpr double kFastest = 2;
    virtual void pause() = 0;
    /// From 0 (silent) to 1.
    virtual void setVolume(double volume) = 0;

    /// Pictures are made to fit into `size` (device pixels), never larger than the film.
    virtual void setPictureSize(QSize size) = 0;
    /// The track that is laid over the picture; null: none.
    virtual void setDocument(Side side, std::shared_ptr<const Document> document) = 0;
    /// The same change as was made to the document.
    virtual void applyChange(Side side, const Change& change) = 0;
    /// Whom the tracks are drawn for; `TextLook::Delivered` at first.
    virtual void setLook(TextLook look) = 0;
    virtual TextLook look() const = 0;
    /// The files that are open: the fonts of the project lie beside them (`fontFoldersBeside`).
    virtual void setFiles(const std::vector<std::filesystem::path>& files) = 0;

    bool isPlaying() const { return state() == PlayerState::Playing; }
    /// `seek` by `frames` from the current one; pauses.
    void step(int frames);
    void togglePlaying();

signals:
    void stateChanged(subs::session::PlayerState state);
    void frameChanged(subs::Frame frame);
    /// The picture of `frame` with its subtitles. While playing some frames may be left out.
    void pictureReady(const QImage& picture, subs::Frame frame);
    /// The film is open: its size is known, and timeline and frame count as far as
    /// `indexedShare` says.
    void opened();
    void speedChanged(double speed);
    void lookChanged(subs::TextLook look);
    /// More frames are known: timeline and frame count are others, and the share is.
    void grown();
    /// Something that a person should read.
    void message(const subs::session::PlayerMessage& message);
};

/// Keeps `player` on the workspace's film and documents, and gives the workspace the film's frames,
/// where it has a picture.
void connectPlayer(Workspace& workspace, Player& player);

}  // namespace subs::session
