// SPDX-License-Identifier: MIT
#pragma once

#include <subs/qc/check.h>

#include <optional>

namespace subs {

/// A length between two edges, and what a file's rounding of them may have taken from it or added:
/// less than one `unit`, which is a centisecond in ASS and SSA and a millisecond elsewhere, or
/// nothing where an edge is no whole number of them.
struct RoundedLength {
    Time length;
    Time unit;

    /// Shorter than `limit` however the edges were rounded.
    bool isBelow(Time limit) const;
    /// Longer than `limit` however the edges were rounded.
    bool isAbove(Time limit) const;
};

RoundedLength lengthBetween(const Document& document, Time from, Time to);

/// How long `count` frames take: of the film at its average rate, at 24 a second without one.
Time lengthOfFrames(int count, const FrameTimeline* timeline);

/// Within which lengths on screen are the same: a frame time that is no whole number of flicks is
/// off by up to half a flick at each edge.
inline constexpr Time kEdgeSlack = Time::fromFlicks(1);

/// How long the frames of the film that a player shows between the two edges take.
Time lengthOnScreen(const FrameTimeline& timeline, Time start, Time end);

}  // namespace subs
