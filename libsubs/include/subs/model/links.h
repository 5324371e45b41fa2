// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <vector>

namespace subs {

/// Cues of two tracks that say the same: 1:1, 1:n or n:1, or one cue without a partner (the other
/// side empty). Ids in the order of time.
struct Link {
    std::vector<CueId> first;
    std::vector<CueId> second;
    friend bool operator==(const Link&, const Link&) = default;
};

/// The dialogue cues of two tracks, linked by their best overlap in time: every cue is in exactly
/// one link, in the order of time. Each cue prefers the partner that it shares the most time with;
/// a pair is made where the shared time is at least a third of the shorter cue, and a further cue
/// joins a pair where it is at least a third of that cue itself (a sign over many lines does not
/// join one of them); a link never joins several cues of both sides. Cues of the same times are
/// partners first, in their order. O(n log n).
std::vector<Link> linksByOverlap(const Document& first, const Document& second);

}  // namespace subs
