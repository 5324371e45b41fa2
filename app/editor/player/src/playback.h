// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/film_player.h>

#include "play_clock.h"
#include "sound_worker.h"

#include <cstdint>
#include <optional>
#include <string>

namespace subs::editor {

/// The sound of a film while it plays, and the clock that it gives. Goes over to another device
/// where that becomes the one to take, and to the monotonic clock where there is no sound or no
/// device that works; says why, and when there is sound again.
class Playback {
public:
    /// `notify` is called in a worker's thread when `deliver` should be called in the player's.
    Playback(PlayerParts parts, std::function<void()> notify);

    void open(std::string path);
    /// Plays `stretch`; the clock runs once sound is heard. Where nothing was played before, a
    /// device that did not work is tried again.
    void start(const PlayStretch& stretch);
    void stop();
    void deliver();
    void setVolume(double volume);
    /// Where in the film playing has come to; goes back where it begins again.
    Time position();
    /// Why there is no sound, once; empty where there is again.
    std::optional<std::string> takeMessage();

private:
    std::chrono::microseconds now() const;
    bool canSound();
    void begin(const PlayStretch& stretch);
    void goOnFromHere();
    void goOnWithoutSound(const std::string& why);
    void tell(const std::string& text);
    void watchDevice();

    std::unique_ptr<SoundOutput> output_;
    std::function<std::chrono::microseconds()> now_;
    SoundWorker worker_;
    PlayClock clock_;
    PlayStretch stretch_;
    std::uint64_t waitingFor_ = 0;  ///< Generation of the sound that is being decoded.
    bool isClockRunning_ = false;
    bool hasSound_ = true;    ///< Of the film, until it says otherwise.
    std::string device_;      ///< The one that was taken last.
    bool isGivenUp_ = false;  ///< That one does not work.
    std::string told_;        ///< The last message of this film.
    std::optional<std::string> message_;
};

}  // namespace subs::editor
