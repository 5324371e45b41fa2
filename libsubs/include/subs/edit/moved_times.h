// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>
#include <subs/model/time_move.h>

namespace subs {

/// Moves `cue`: both edges, the times inside of its text, and the lengths of its karaoke syllables,
/// whose ends are put where they belong, so that they do not drift. A time that is too large to be
/// worked with (time/largest_time.h) stays. Times in opaque tags (ASS `\t`, `\move`, `\fad`) stay:
/// see `hasTimedTags`.
void moveTimes(Cue& cue, const TimeMove& move);

/// True where a tag of the cue has times of its own that `moveTimes` does not know.
bool hasTimedTags(const Cue& cue);

}  // namespace subs
