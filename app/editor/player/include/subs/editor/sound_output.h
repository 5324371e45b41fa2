// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <string>

namespace subs::editor {

/// Sound as it is played: interleaved 32-bit floats.
struct SoundFormat {
    int sampleRate = 48000;
    int channels = 2;
};

/// Fills `samples` and answers how many were filled. Called in the thread of the output or one of
/// its own.
using SoundReader = std::function<std::size_t(std::span<float> samples)>;

/// Where sound goes: a device of this machine, or a fake in tests. Lives in the player's thread.
class SoundOutput {
public:
    SoundOutput() = default;
    SoundOutput(const SoundOutput&) = delete;
    SoundOutput& operator=(const SoundOutput&) = delete;
    virtual ~SoundOutput() = default;

    /// A name for the device that `start` would take now, never shown; empty: there is none. It
    /// changes where a person chooses another device, or plugs one in or out. Costs next to
    /// nothing.
    virtual std::string device() = 0;
    /// Begins to play what `reader` gives. Error "sound.no-device", "sound.failed".
    virtual Result<void> start(const SoundFormat& format, SoundReader reader) = 0;
    /// Stops at once and forgets what was not heard yet.
    virtual void stop() = 0;
    /// How much was played since `start`; stands still while the device starts up or waits for
    /// samples.
    virtual std::chrono::microseconds processed() const = 0;
    /// True where the device went away while playing.
    virtual bool hasFailed() const = 0;
    virtual void setVolume(double volume) = 0;
};

/// The default device of this machine, through Qt Multimedia's QAudioSink.
std::unique_ptr<SoundOutput> systemSound();

}  // namespace subs::editor
