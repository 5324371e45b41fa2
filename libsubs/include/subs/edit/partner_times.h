// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace subs {

/// Cues of two tracks that are nobody's partner, whatever their times are, since these were made up
/// (model/unread_starts.h); ids, ascending.
using Startless = std::array<std::vector<CueId>, 2>;

/// A track at the times of another.
struct PartnerTimes {
    Document document;
    std::vector<std::size_t> moved;  ///< Places of the cues that got other times.
};

/// `track` with the times of its partners in `master` (model/links.h), where it has some: one cue
/// takes those of one; several last as long as the one that they are partners of, and gaps of up to
/// a second between them are closed; one that is the partner of several lasts from the beginning of
/// the first to the end of the last. Those with times inside of a text (karaoke, `\t`) keep theirs.
/// `startless` are those of `track` and of `master`. O(n log n).
PartnerTimes withPartnerTimes(Document track,
                              const Document& master,
                              const Startless& startless = {});

/// The places of the cues of `first` and of `second` that have no partner in the other track,
/// ascending. Comments, drawings, cues without text and those of `startless` are none of them.
/// O(n log n).
std::array<std::vector<std::size_t>, 2> withoutPartners(const Document& first,
                                                        const Document& second,
                                                        const Startless& startless = {});

/// How much later `second` is than `first` as a whole, where that can be told: by the difference
/// between starts that most cues of the shorter track have with one of the other, up to ten seconds
/// off. Nothing where fewer than half of them agree to 0.1 s, or half as many begin at one time as
/// it is, or there are fewer than four. Those of `startless` do not count. O(n log n).
std::optional<Time> shiftBetween(const Document& first,
                                 const Document& second,
                                 const Startless& startless = {});

}  // namespace subs
