// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>
#include <subs/model/time_move.h>
#include <subs/time/time.h>

#include <cstdint>

namespace subs {

/// Moves `cue`: both edges, the times inside of its text, and the lengths of its karaoke syllables,
/// whose ends are put where they belong, so that they do not drift. A time that is too large to be
/// worked with (time/largest_time.h) stays. Times in opaque tags (ASS `\t`, `\move`, `\fad`) stay:
/// see `hasTimedTags`.
void moveTimes(Cue& cue, const TimeMove& move);

/// Whether a cue that is cut looks from there on as it did.
enum class CutCue : std::uint8_t {
    AsBefore,
    BeginsAnew,  ///< What was under way then begins anew: how a syllable fills, a `Banner`.
};

/// Has `cue` begin at `start`, later than it does, with as much taken off karaoke syllables, from
/// the first on, and off what the tags `\t`, `\move`, `\fad` and `\fade` of ASS count from its
/// beginning: a fade that is under way becomes a `\fade` that began before, a move that is over the
/// place that it went to. Times inside of the text stay.
CutCue cutToBegin(Cue& cue, Time start);

/// True where a tag of the cue has times of its own that `moveTimes` does not know.
bool hasTimedTags(const Cue& cue);

}  // namespace subs
