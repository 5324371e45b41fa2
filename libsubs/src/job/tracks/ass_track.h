// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/track_text.h>

// S_TEXT/ASS and S_TEXT/SSA: the head of the file is the track's CodecPrivate, a packet is a line
// "ReadOrder,Layer,Style,Name,MarginL,MarginR,MarginV,Effect,Text".
namespace subs::tracks {

TrackText assText(std::string_view codecPrivate, std::span<const TextPacket> packets);
/// `text` is a file of `format`, ASS or SSA.
TrackPackets assPackets(std::string_view text, const Format& format);

}  // namespace subs::tracks
