// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "course.h"

namespace subs::media::speech {

/// Frames beyond a span that its edges are judged by.
constexpr std::size_t kEdgeMargin = 60;

/// `run` with its onset and end on the frame. Over silence and steady, quiet noise they are where
/// the envelope leaves the bed; over loud or lively beds, such as music, the onset is where the
/// level of what passes rises most, and the end stays where it was heard. They stay inside of
/// `within`, the room between the spans before and behind.
Run sharpened(const Course& course, Run run, Run within);

}  // namespace subs::media::speech
