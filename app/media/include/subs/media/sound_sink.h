// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/time/time.h>

#include <cstdint>
#include <span>

namespace subs::media {

/// Sound of one channel, ±1 at full scale, with its exact film time: sample i is `first` + i
/// samples of `rate` a second from film time 0. A rational, since a flick is not a whole number of
/// samples at every rate.
struct SoundBlock {
    std::int64_t first = 0;
    int rate = 0;
    std::span<const float> samples;
};

/// All that is made of a film's sound is made in chunks of this length: chunk k begins at k times
/// this, so chunk -1 is what lies before film time 0. 4096 bins of 5 ms, 1024 columns of 20 ms.
constexpr Time kChunkLength = Time::fromMilliseconds(20'480);
/// Sound that is given before the first chunk of a run and behind the last one, for those who look
/// at the surroundings of a moment.
constexpr Time kSoundMargin = Time::fromMilliseconds(50);

/// Takes sound as it is decoded (see sound_pass.h). A run begins at the begin of a chunk and goes
/// on without a hole over one chunk or more; chunk k is made when sound until `kSoundMargin` behind
/// its end was given. Silence stands where the film has no sound. Called by one thread at a time.
class SoundSink {
public:
    SoundSink() = default;
    SoundSink(const SoundSink&) = delete;
    SoundSink& operator=(const SoundSink&) = delete;
    virtual ~SoundSink() = default;

    /// Whether `chunk` is made already, so that its sound is not needed.
    virtual bool has(std::int64_t chunk) const = 0;
    /// A new run: blocks follow from `kSoundMargin` before the begin of `chunk` on, at `rate`. What
    /// was begun and is not whole is given up.
    virtual void begin(std::int64_t chunk, int rate) = 0;
    /// `block` begins where the one before ended. Its samples are valid during the call.
    virtual void take(const SoundBlock& block) = 0;
};

}  // namespace subs::media
