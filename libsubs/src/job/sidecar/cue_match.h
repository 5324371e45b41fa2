// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include <cstdint>
#include <span>
#include <vector>

namespace subs {

/// How two lists of cues came to differ.
enum class MatchKind : std::uint8_t {
    Edited,     ///< By a person, in one format: an edge that was not edited is the very same.
    Converted,  ///< From one format to another: edges are rounded, lines broken in other ways.
};

inline constexpr std::uint32_t kNoMatch = 0xFFFF'FFFF;

/// For each cue of `second`, which of `first` it is: its place there, or `kNoMatch`. Each of
/// `first` is at most one of `second`.
///
/// Places in the lists do not count. What is the same stretch by stretch is matched first, then
/// texts and times that are found once in either list and in one order (patience diff); what lies
/// between is matched by the likeness of texts and times where that is little, else in the order of
/// time; what is left is matched by its text in whatever order, since cues are moved too. O(n log
/// n).
std::vector<std::uint32_t> matchedCues(std::span<const Cue> first,
                                       std::span<const Cue> second,
                                       MatchKind kind);

}  // namespace subs
