// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>
#include <subs/job/container_port.h>
#include <subs/time/tick_rate.h>

#include <cstddef>
#include <vector>

namespace subs::tracks {

/// What is in a cue's times that a packet cannot have: made whole, and told.
struct PacketSpan {
    Time start;
    Time end;
};
/// Nothing begins before the film, nothing lasts less than a millisecond: a block without a length
/// is shown until the next one (RFC 9559, 5.1.3.5.3), and players differ. The times are not moved
/// to the container's ticks, `rate`, yet; what that takes off them is told.
PacketSpan packetSpan(Time start, Time end, CueId cue, LossReport& losses, TickRate rate = {});

/// Collects the packets of a document's cues.
class CuePackets {
public:
    /// The first two are borrowed.
    CuePackets(const Document& document, LossReport& losses, TickRate rate = {});

    /// A packet with the times of `cues[index]`; without an end it lasts until the next, three
    /// seconds at most.
    TextPacket timed(std::size_t index);
    void add(TextPacket packet) { packets_.push_back(std::move(packet)); }
    /// All of them by their starts; that this is not the order of the file is told.
    std::vector<TextPacket> inOrder(Diagnostics& diagnostics);

private:
    const Document& document_;
    LossReport& losses_;
    TickRate rate_;
    std::vector<TextPacket> packets_;
};

/// `packets` by their starts, those of one start as they were. True where they were not so before.
bool sortByStart(std::vector<TextPacket>& packets);

/// Tells the stretches of the file that are no cues and are not blank.
void loseRaw(const Document& document, LossReport& losses);

}  // namespace subs::tracks
