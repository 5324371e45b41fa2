// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/job/container_port.h>
#include <subs/job/sound_port.h>
#include <subs/time/time.h>

#include <filesystem>
#include <functional>

namespace subs {

/// A stretch in which people speak, in film time, to 10 ms.
struct SpeechSpan {
    Time start;
    Time end;
    double confidence = 0;  ///< How sure it is that this is speech, from 0 to 1.

    friend bool operator==(const SpeechSpan&, const SpeechSpan&) = default;
};

struct SpeechRequest {
    std::filesystem::path film;  ///< Or a file of sound alone.
    SoundChannel channel = SoundChannel::Dialogue;
};

/// Finds where people speak. Each call stands alone and may be made from any thread.
class SpeechFinder {
public:
    SpeechFinder() = default;
    SpeechFinder(const SpeechFinder&) = delete;
    SpeechFinder& operator=(const SpeechFinder&) = delete;
    virtual ~SpeechFinder() = default;

    /// Hands each span to `found`, in their order and as soon as it is known, some twenty seconds
    /// behind the sound that is read. Error "media.no-audio" for a film without sound,
    /// "media.cancelled" after `watch.stop`; what was found until then is so all the same.
    virtual Result<void> find(const SpeechRequest& request,
                              const Watch& watch,
                              const std::function<void(const SpeechSpan&)>& found) = 0;
};

}  // namespace subs
