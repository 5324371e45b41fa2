// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/track_text.h>

// D_WEBVTT/… and S_TEXT/WEBVTT: the head of the file is the track's CodecPrivate, a packet is the
// text of a cue with its identifier and settings beside it.
namespace subs::tracks {

/// `codec` is WebVtt or BlockVtt.
TrackText vttText(TextCodec codec,
                  std::string_view codecPrivate,
                  std::span<const TextPacket> packets);
/// `document` was read from a file of WebVTT.
TrackPackets vttPackets(const Document& document);

}  // namespace subs::tracks
