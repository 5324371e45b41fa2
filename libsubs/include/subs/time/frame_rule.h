// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/time/frame_timeline.h>
#include <subs/time/time.h>

#include <cstdint>

namespace subs {

enum class Edge : std::uint8_t { Start, End };

/// What a cue's edge is written as. An edge is rounded on its own, so equal edges stay equal.
enum class Rounding : std::uint8_t {
    Nearest,       ///< To the format's unit, ties up.
    Floor,         ///< To the format's unit, down.
    Frame,         ///< Read as a player does, written as the midpoint between frames.
    FrameNearest,  ///< Taken for the frame that it lies nearest to, written as the midpoint.
};

/// True of the rules that need a film's frames, and that move times which are whole units too.
constexpr bool isFrameRule(Rounding rounding) {
    return rounding == Rounding::Frame || rounding == Rounding::FrameNearest;
}

/// The frame that an edge at `time` means by `rounding`, a frame rule: the first frame of a cue
/// that starts there, or the last of one that ends there.
Frame frameOfEdge(const FrameTimeline& timeline, Time time, Edge edge, Rounding rounding);

/// The exact midpoint before a cue's first frame (`Edge::Start`) or after its last (`Edge::End`),
/// to the nearest whole unit of `unit`, not before 0. A player that truncates and one that rounds
/// frame times both show the cue on exactly its frames (the rule and its vectors: Aegisub's vfr.h;
/// measured against FFmpeg and mpv). Where no unit lies between the two frames: error
/// "time.no-unit-between-frames".
Result<std::int64_t> unitsForFrame(const FrameTimeline& timeline,
                                   Frame frame,
                                   Edge edge,
                                   Time unit);

/// `time` as a whole number of `unit`s by `rounding`, not before 0. `timeline` is read by the two
/// frame rules only, for which a missing one is the error "time.no-timeline".
Result<std::int64_t> rounded(
    Time time, Edge edge, Rounding rounding, Time unit, const FrameTimeline* timeline);

}  // namespace subs
