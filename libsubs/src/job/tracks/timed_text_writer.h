// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/track_text.h>

#include <cstddef>

// tx3g, the timed text of MP4 (3GPP TS 26.245), of a document in any format.
namespace subs::tracks {

struct WrittenTimedText {
    TrackPackets track;
    std::size_t cues = 0;  ///< That are shown. Not the number of packets: see below.
};

/// A sample of timed text is all that is shown at its time. Where cues are shown together there is
/// one for each stretch between their edges, with their texts one above the other in the order of
/// the document. Errors, naming the cue: "track.text-too-long" beyond 65,535 bytes at one time,
/// "track.too-late" beyond a thousand hours; "track.too-large" where all of it takes more than
/// 256 MB.
Result<WrittenTimedText> timedTextPackets(const Document& document, const TextRoom& room);

}  // namespace subs::tracks
