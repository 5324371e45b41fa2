// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/job/sound_port.h>
#include <subs/media/sound_sink.h>

#include <filesystem>
#include <memory>
#include <stop_token>

namespace subs::media {

/// Decodes a film's sound once for all that is made of it: peaks (peaks.h), a spectrogram
/// (spectrogram.h), and what else is a `SoundSink`. In chunks, those wished for first, then
/// outwards from there. Holds one decoder and a fraction of a second of sound.
///
/// One thread at a time, but for `wish`.
class SoundPass {
public:
    /// Errors as of `Audio::openChannel`. `stop` ends the opening early with "media.cancelled".
    static Result<SoundPass> open(const std::filesystem::path& path,
                                  SoundChannel channel,
                                  std::stop_token stop = {});
    SoundPass(SoundPass&&) noexcept;
    SoundPass& operator=(SoundPass&&) noexcept;
    ~SoundPass();

    /// As the container has it, and put right while sound is decoded: `end` grows where sound goes
    /// on behind it.
    const SoundFacts& facts() const;
    /// Gives sound to `sink` too, which must outlive the pass. All sinks get all chunks that one of
    /// them has not.
    void feed(SoundSink& sink);
    /// This stretch is looked at now: `run` turns to it before all else, and then to what is
    /// nearest. The newest wish counts. From any thread.
    void wish(Stretch stretch);
    /// Makes what is missing of `stretch` and nothing else. Errors as of `run`.
    Result<void> make(Stretch stretch, const Watch& watch = {});
    /// Makes all that is missing, and tells how much of the film is there. Errors:
    /// "media.cancelled" where it was stopped (what is made stays, and a later `run` goes on from
    /// there), "media.unreadable" where the film does not let one go to a place.
    Result<void> run(const Watch& watch = {});

private:
    struct State;
    explicit SoundPass(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace subs::media
