// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/editor/film_player.h>

#include "play_clock.h"
#include "sound_worker.h"

#include <cstdint>
#include <optional>
#include <string>

namespace subs::editor {

/// The sound of a film while it plays, and the clock that it gives. Falls back to the monotonic
/// clock where there is no sound or the device fails; says why once a film.
class Playback {
public:
    /// `notify` is called in a worker's thread when `deliver` should be called in the player's.
    Playback(PlayerParts parts, std::function<void()> notify);

    void open(std::string path);
    /// Plays `stretch`; the clock runs once sound is heard.
    void start(const PlayStretch& stretch);
    void stop();
    void deliver();
    void setVolume(double volume);
    /// Where in the film playing has come to; goes back where it begins again.
    Time position();
    /// Something a person should read, once.
    std::optional<std::string> takeMessage();

private:
    std::chrono::microseconds now() const;
    void goOnWithoutSound(const std::string& why);
    void watchDevice();

    std::unique_ptr<SoundOutput> output_;
    std::function<std::chrono::microseconds()> now_;
    SoundWorker worker_;
    PlayClock clock_;
    PlayStretch stretch_;
    std::uint64_t waitingFor_ = 0;  ///< Generation of the sound that is being decoded.
    bool isClockRunning_ = false;
    bool hasSound_ = true;  ///< Until the film or the device says otherwise.
    std::optional<std::string> message_;
};

}  // namespace subs::editor
