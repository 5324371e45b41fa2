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
};

/// The samples of a track: texts, and empty ones for the time between them (3GPP TS 26.245, 5.17).
struct TextSamples {
    struct Run {
        std::uint32_t count = 0;
        std::uint32_t duration = 0;  ///< Of each, in ticks.
    };
    std::string bytes;  ///< All of them, one behind the other.
    std::vector<std::uint32_t> sizes;
    std::vector<Run> durations;
    std::int64_t length = 0;  ///< In ticks.
};

/// `packets` are in the order of time and none begins before the one before it ends. What lies
/// before the track's own time 0 is cut off; no text is left out. A sample that is longer than a
/// table can say becomes several.
TextSamples samplesOf(std::span<const TextPacket> packets, const TrackClock& clock);

}  // namespace subs::media::mp4
