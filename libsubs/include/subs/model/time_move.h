// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>
#include <subs/time/time.h>

#include <functional>
#include <optional>

namespace subs {

/// Where a moment goes. What is earlier stays earlier, and what is at one moment stays so.
using TimeMove = std::function<Time(Time)>;

/// The cues that begin at `from` or later, and before `to`; all where neither is given.
struct CueRange {
    std::optional<Time> from = {};
    std::optional<Time> to = {};

    bool holds(const Cue& cue) const {
        return (!from || cue.start >= *from) && (!to || cue.start < *to);
    }
};

/// How the times of a film went, all at once. Edges of cues may have gone on from there: cut off at
/// 0, or put on frames.
struct MovedTimes {
    TimeMove move;
    CueRange range = {};  ///< The cues that went, by where they began before.
};

}  // namespace subs
