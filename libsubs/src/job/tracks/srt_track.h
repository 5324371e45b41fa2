// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/track_text.h>

// S_TEXT/UTF8: a packet is the text of a cue, as SubRip has it.
namespace subs::tracks {

TrackText srtText(std::span<const TextPacket> packets);
/// `document` was read from a file of SubRip.
TrackPackets srtPackets(const Document& document);

}  // namespace subs::tracks
