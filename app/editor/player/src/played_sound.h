// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/media/audio.h>
#include <subs/media/tempo.h>
#include <subs/time/time.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace subs::editor {

/// What of a film is played, and how.
struct PlayStretch {
    Time begin;                    ///< Where playing begins.
    std::optional<Time> end = {};  ///< None: that of the film.
    /// Where it goes on from at the end, again and again; not behind `begin`. None: it is over
    /// then.
    std::optional<Time> again = {};
    double speed = 1;  ///< 2 is twice as fast.

    /// Where in the film one is who has heard so much.
    Time filmTimeAfter(Time heard) const;
};

/// The samples of a stretch of a film as they are heard.
class PlayedSound {
public:
    explicit PlayedSound(media::Audio audio);

    Result<void> begin(const PlayStretch& stretch);
    /// Fills `samples` (whole frames of all channels); answers how many, fewer only where the
    /// stretch is over. Behind the end of the film there is silence in a stretch with an end.
    std::size_t read(std::span<float> samples);

private:
    Result<void> goTo(Time time);
    std::size_t fetch(std::span<float> samples);
    std::size_t heardSamples(Time length) const;

    media::Audio audio_;
    PlayStretch stretch_;
    std::optional<media::Tempo> tempo_;
    std::optional<std::size_t> left_;  ///< Samples up to the end of the stretch, where it has one.
    std::vector<float> chunk_;         ///< On its way into `tempo_`.
    bool isAtEnd_ = false;             ///< Of the film.
};

}  // namespace subs::editor
