// SPDX-License-Identifier: MIT
#include "job/tracks/packet_times.h"

#include <subs/model/missing_end.h>
#include <subs/time/largest_time.h>

#include <algorithm>

namespace subs::tracks {
namespace {

/// All starts, ascending.
std::vector<Time> startsOf(std::span<const TextPacket> packets) {
    std::vector<Time> starts;
    starts.reserve(packets.size());
    for (const TextPacket& packet : packets)
        starts.push_back(packet.start);
    std::ranges::sort(starts);
    return starts;
}

Time untilNext(Time start, const std::vector<Time>& starts) {
    const auto next = std::ranges::upper_bound(starts, start);
    return usualEnd(start, next == starts.end() ? std::nullopt : std::optional(*next));
}

/// `start`, within the largest time, and a `duration` that may be any from 0 on. What is larger
/// than the largest time is just beyond it: two of these do not fit a `Time`.
Time sumOf(Time start, Time duration) {
    constexpr Time kBeyond = kLargestTime + Time::fromMilliseconds(1);
    if (start < Time()) return std::min(start + duration, kBeyond);
    return duration > kLargestTime - start ? kBeyond : start + duration;
}

Time held(Time time, PacketRemarks& remarks) {
    if (time <= kLargestTime) return time;
    remarks.add("track.too-late", "lasts or begins later than can be worked with; cut there", time);
    return kLargestTime;
}

}  // namespace

std::vector<PacketTimes> timesOf(std::span<const TextPacket> packets, PacketRemarks& remarks) {
    const std::vector<Time> starts = startsOf(packets);
    std::vector<PacketTimes> times;
    times.reserve(packets.size());
    for (const TextPacket& packet : packets) {
        const Time start = std::clamp(packet.start, -kLargestTime, kLargestTime);
        const bool isKnown = packet.duration && *packet.duration >= Time();
        if (!packet.duration)
            remarks.add("track.no-duration",
                        "has no duration; it lasts until the next one, three seconds at most",
                        start);
        else if (!isKnown)
            remarks.add(
                "track.bad-duration",
                "has a negative duration; it lasts until the next one, three seconds at most",
                start);
        Time end = isKnown ? sumOf(start, *packet.duration) : untilNext(start, starts);
        if (start < Time())
            remarks.add("track.before-zero", "begins before the film; it begins with it", start);
        end = std::max(held(end, remarks), Time());
        times.push_back({std::max(held(start, remarks), Time()), end});
    }
    return times;
}

}  // namespace subs::tracks
