// SPDX-License-Identifier: MIT
#pragma once

#include <subs/edit/partner_times.h>
#include <subs/model/document.h>

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace subs {

/// When a cue of a track is shown.
struct Shown {
    std::size_t place = 0;  ///< In its document.
    Time start;
    Time end;

    friend bool operator==(const Shown&, const Shown&) = default;
};

/// Cues of two tracks that say the same, in the order of time; one of one track at least. Those of
/// one track do not overlap.
struct Partners {
    std::array<std::vector<Shown>, 2> cues;

    bool areAlone() const { return cues[0].empty() || cues[1].empty(); }
};

/// All cues of both tracks that can be partners, by `linksByOverlap`, in the order of time. What
/// overlaps an earlier partner in its own track is alone. A cue without an end lasts to the next
/// later one of its track, as long as usual at most (`usualEnd`). O(n log n).
std::vector<Partners> partnersOf(const Document& first,
                                 const Document& second,
                                 const Startless& startless = {});

/// Gives the cues of the other track the times of those of track `master`: one takes those of one;
/// several last as long as the one that they are partners of, and gaps of up to a second between
/// them are closed, so that nothing blinks; one that is the partner of several lasts from the
/// beginning of the first to the end of the last.
void keepTimes(Partners& partners, std::size_t master);

/// True of dialogue with words: neither a comment, nor empty, nor a drawing, nor at a time that is
/// too large to be worked with (time/largest_time.h), nor one of `startless`.
bool canBePartner(const Cue& cue, std::span<const CueId> startless);

}  // namespace subs
