// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/container_port.h>

#include "job/tracks/packet_remarks.h"

#include <span>
#include <vector>

namespace subs::tracks {

struct PacketTimes {
    Time start;
    Time end;
};

/// When each packet is shown, from film time 0 on and never beyond `kLargestTime`. One without a
/// duration, or with a negative one, lasts until the next later one, three seconds at most, as a
/// cue without an end does elsewhere (format/edges.h). O(n log n).
std::vector<PacketTimes> timesOf(std::span<const TextPacket> packets, PacketRemarks& remarks);

}  // namespace subs::tracks
