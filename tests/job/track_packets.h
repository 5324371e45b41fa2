// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/track_text.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace testing {

/// A packet at `start` for `duration` milliseconds; a negative duration below -1 stays one, -1 is
/// none.
inline subs::TextPacket packet(std::int64_t start, std::int64_t duration, std::string_view bytes) {
    subs::TextPacket packet;
    packet.start = subs::Time::fromMilliseconds(start);
    if (duration != -1) packet.duration = subs::Time::fromMilliseconds(duration);
    packet.bytes = bytes;
    return packet;
}

inline subs::TextTrack track(subs::TextCodec codec, std::string_view codecPrivate = {}) {
    subs::TextTrack track;
    track.number = 2;
    track.codec = codec;
    track.codecPrivate = codecPrivate;
    return track;
}

/// The codes of all remarks.
inline std::vector<std::string> codes(const subs::Diagnostics& diagnostics) {
    std::vector<std::string> codes;
    for (const subs::Diagnostic& diagnostic : diagnostics)
        codes.push_back(diagnostic.code);
    return codes;
}

/// "feature severity count" of all losses.
inline std::vector<std::string> losses(const subs::LossReport& report) {
    std::vector<std::string> lines;
    for (const subs::LossItem& item : report.items)
        lines.push_back(item.feature + " " + std::string(subs::nameOf(item.severity)) + " " +
                        std::to_string(item.count));
    return lines;
}

inline subs::TrackText textOf(const subs::TextTrack& track,
                              const std::vector<subs::TextPacket>& packets) {
    return subs::textOfTrack(track, packets).value();
}

}  // namespace testing
