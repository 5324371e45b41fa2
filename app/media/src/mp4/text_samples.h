// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/container_port.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace subs::media::mp4 {

/// Where the samples of a new track begin, in its ticks.
struct TrackClock {
    TickRate rate;
    std::int64_t offset = 0;  ///< What film time 0 is in the track's own time.
    /// How long the movie has gone on when the track begins; see `samplesOf`.
    std::int64_t before = 0;
};

/// The samples of a track: texts, and empty ones for the time between them and behind the last
/// (3GPP TS 26.245, 5.17).
struct TextSamples {
    struct Run {
        std::uint32_t count = 0;
        std::uint32_t duration = 0;  ///< Of each, in ticks.
    };
    std::string bytes;  ///< All of them, one behind the other.
    std::vector<std::uint32_t> sizes;
    std::vector<Run> durations;
    std::int64_t shown = 0;   ///< How long the texts and the time between them last, in ticks.
    std::int64_t length = 0;  ///< The same with what is behind the last.
};

/// `packets` are in the order of time and none begins before the one before it ends. What lies
/// before the track's own time 0 is cut off; no text is left out. A sample that is longer than a
/// table can say becomes several.
///
/// FFmpeg has the last sample of a track last to the end of the film, or of what its table says
/// without what an edit list puts before it. So the last one is empty, as in FFmpeg's own tracks,
/// and where the track begins late it is as long as that.
TextSamples samplesOf(std::span<const TextPacket> packets, const TrackClock& clock);

}  // namespace subs::media::mp4
