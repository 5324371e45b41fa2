// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/track_text.h>

// tx3g, the timed text of MP4 (3GPP TS 26.245, 5.15 to 5.17), and QuickTime's older text, which
// has the same beginning.
namespace subs::tracks {

/// As a file of SubRip: bold, italic, underline and colours become tags, all else is told.
Result<TrackText> timedText(std::string_view codecPrivate, std::span<const TextPacket> packets);

}  // namespace subs::tracks
