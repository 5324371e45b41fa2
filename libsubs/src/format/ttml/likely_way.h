// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>
#include <subs/time/time_map.h>

// Where the times inside of a cue went that was edited on its own.
namespace subs::ttml {

/// Inner times are whole milliseconds in a document, and rounded again when they are scaled: by so
/// much two of them may differ that are the same.
inline constexpr Time kInnerRounding = Time::fromMilliseconds(2);

/// That for a cue which moved; not at all for one that did not.
Time innerRounding(const Cue& before, const Cue& after);

/// As the edges and inner times of a cue, before and after, say that all of its times went; where
/// each went its own way, along straight lines between them. What is inside stays where it is
/// where one edge was moved alone.
TimeMap likelyWay(const Cue& before, const Cue& after);

}  // namespace subs::ttml
