// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/sound_output.h>
#include <subs/media/film_cache.h>
#include <subs/session/player.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

namespace subs::editor {

struct FontRemark;
struct OpenedFilm;
struct ShownPicture;

/// What the player stands on; tests give their own.
struct PlayerParts {
    std::unique_ptr<SoundOutput> sound;  ///< Null: `systemSound`.
    std::function<std::chrono::microseconds()>
        now;  ///< Monotonic; empty: std::chrono::steady_clock.
    /// What takes time to find out of a film is kept there.
    std::optional<media::FilmCache> cache = {};
    /// So long opening a film may look for its frames; the rest is looked for beside other work.
    std::chrono::microseconds opening = std::chrono::milliseconds(150);
};

/// Plays a film file. Pictures are decoded and drawn over in one worker, sound in another; the
/// window's thread only keeps the clock. While a film plays the picture after the one that is shown
/// is made ahead, so that it is there when its time comes. While playing, the position is what the
/// sound device says it has played, made smooth by the monotonic clock; without sound it is the
/// monotonic clock alone. At the end it pauses on the last frame; played from there, it begins
/// anew.
class FilmPlayer : public session::Player {
    Q_OBJECT

public:
    explicit FilmPlayer(PlayerParts parts = {}, QObject* parent = nullptr);
    ~FilmPlayer() override;

    void open(const QString& path) override;
    session::PlayerState state() const override;
    Frame currentFrame() const override;
    std::int64_t frameCount() const override;
    double indexedShare() const override;
    std::optional<FrameTimeline> timeline() const override;
    QSize filmSize() const override;
    std::optional<Time> currentTime() const override;
    void seek(Frame frame) override;
    void scrub(Frame frame) override;
    void play() override;
    void playUntil(Frame last) override;
    void playAgain(Frame first, Frame last) override;
    void setSpeed(double speed) override;
    double speed() const override;
    void pause() override;
    void setVolume(double volume) override;
    void setPictureSize(QSize size) override;
    void setDocument(session::Side side, std::shared_ptr<const Document> document) override;
    void applyChange(session::Side side, const Change& change) override;
    void setLook(TextLook look) override;
    TextLook look() const override;
    void setFiles(const std::vector<std::filesystem::path>& files) override;

private:
    struct Parts;

    Q_INVOKABLE void deliver();
    void adoptFilm();
    void adoptMore(OpenedFilm film);
    void tell(session::PlayerTopic topic, const std::string& text);
    void tellFont(const FontRemark& font);
    void tick();
    void setState(session::PlayerState state);
    void goTo(Frame frame);
    enum class Asking : std::uint8_t { Exact, Scrubbing };
    void goThere(Frame frame, Asking asking);
    void askForPicture(Asking asking = Asking::Exact);
    void askAhead();
    std::optional<Frame> frameAfter() const;
    void takeAhead(ShownPicture picture);
    void present(ShownPicture picture);
    void showPlayed();
    void startPlaying();
    void startSound();
    Frame lastPlayed() const;
    Frame lastFrame() const;

    std::unique_ptr<Parts> parts_;
};

}  // namespace subs::editor
