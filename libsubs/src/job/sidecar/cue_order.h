// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace subs {

/// A cue of the edited list on its way into that of the original.
struct OrderedCue {
    /// Its place in the original's list; nothing for one that is new there.
    std::optional<std::uint32_t> place;
    /// What is put there; nothing where it stays as it is.
    std::optional<Cue> cue;
    /// Nothing can be told by where it stands.
    bool hasNoOrder = false;
};

struct OrderedCues {
    std::vector<Cue> cues;
    std::size_t moved = 0;  ///< Cues that do not stand where they stood among the others.
};

/// Where cues come to stand that are in another order in the edited list.
enum class MovedCues : std::uint8_t {
    Follow,  ///< Behind the one that they follow there.
    Stay,    ///< Where they stood.
};

/// `original` with those of `edited` in place of what they are of, in an order that is that of
/// both: what keeps its order among the others stays where it is, what is new comes behind the one
/// that it follows in `edited`, and so does what was moved, unless `moved` says otherwise.
/// `removed` tells by place which go. Cues of which `edited` knows nothing stay in front of what
/// they are in front of. O(n log n).
OrderedCues inOrderOf(std::vector<Cue> original,
                      std::vector<OrderedCue> edited,
                      const std::vector<bool>& removed,
                      MovedCues moved = MovedCues::Follow);

}  // namespace subs
