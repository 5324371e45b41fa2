// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/frame_timeline.h>
#include <subs/time/timecode.h>

#include <optional>
#include <string>
#include <string_view>

namespace subs {

struct FrameAnswer {
    std::string text;            ///< "error" for a question that cannot be answered.
    std::optional<Frame> frame;  ///< The one that was asked for, or is the answer.
};

/// Answers one question about frames, for scripts. A time is milliseconds as a whole number, a
/// decimal or a fraction; nothing is rounded in between.
///
///     time N [exact|start|end]      when frame N begins; or the whole millisecond, as far from
///     both
///                                   neighbours as can be, that is a cue's start on N or end after
///                                   N
///     frame MS [exact|start|end]    the frame on the screen at MS; or the one that a cue with that
///     start
///                                   begins on, or with that end ends with
///     smpte N                       HH:MM:SS:FF, `;` before FF with drop frame
///     smpte-frame HH:MM:SS:FF       the frame number
///
/// Frames beyond ±10^12 and times beyond ±10^15 ms cannot be answered. Those that a list does not
/// have go on at its average rate. `drop` is for a timeline whose average rate allows it.
FrameAnswer answerTo(std::string_view question, const FrameTimeline& timeline, DropFrame drop);

}  // namespace subs
