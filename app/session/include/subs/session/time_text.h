// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/time/frame_rule.h>
#include <subs/time/frame_timeline.h>

#include <QtCore/QString>

namespace subs::session {

/// `HH:MM:SS.mmm`, rounded down; a leading `-` for a time before 0.
QString millisecondText(Time time);
/// "00:42:48": whole seconds that have passed.
QString secondText(Time time);

/// `HH:MM:SS:FF` of a frame, counted at the timeline's nominal rate (24 for 24000/1001). A list of
/// times rounded to milliseconds has an average a little beside its rate; a hundredth of a frame a
/// second is forgiven.
QString frameText(Frame frame, const FrameTimeline& timeline);

/// An edge of a cue as a table shows it. With a timeline the frame: for in the first that is shown,
/// for out the first that is not shown any more, so that out − in is the duration. Without one,
/// milliseconds.
QString edgeText(Time time, Edge edge, const FrameTimeline* timeline);

/// Seconds with two decimals: "2.42".
QString durationText(Time duration);

}  // namespace subs::session
