// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>
#include <subs/time/time.h>

#include <cstddef>
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

/// Moves `cue`: both edges, the times inside of its text, and the lengths of its karaoke syllables,
/// whose ends are put where they belong, so that they do not drift. A time that is too large to be
/// worked with (time/largest_time.h) stays. Times in opaque tags (ASS `\t`, `\move`, `\fad`) stay:
/// see `hasTimedTags`.
void moveTimes(Cue& cue, const TimeMove& move);

/// True where a tag of the cue has times of its own that `moveTimes` does not know.
bool hasTimedTags(const Cue& cue);

}  // namespace subs
