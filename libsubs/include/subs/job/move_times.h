// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/edit/moved_times.h>
#include <subs/job/timeline_source.h>
#include <subs/model/document.h>
#include <subs/time/fraction.h>
#include <subs/time/frame_rate.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace subs {

/// By one length of time, forth or back.
struct ShiftByTime {
    Time by;
};

/// By so many frames of the film or rate that is known: what is in the midst of a frame stays
/// there.
struct ShiftByFrames {
    std::int64_t frames = 0;
};

/// Lengths become `factor` times as long, as between two frame rates (25 to 23.976: 25025/24000);
/// `about` stays where it is.
struct ScaleTimes {
    Fraction factor = 1;
    Time about = {};
};

/// What is at `from` goes to `to`. A number is that of a cue, from 1: its start.
struct TimeAnchor {
    std::variant<Time, std::size_t> from;
    Time to;
};

/// Along straight lines from anchor to anchor (`TimeMap::through`).
struct StretchBetween {
    std::vector<TimeAnchor> anchors;
};

/// What becomes of what would be before the film begins.
enum class BeforeZero : std::uint8_t {
    Refuse,
    Cut,  ///< It is cut off: cues that reach beyond 0 begin there, others go.
};

struct MoveOptions {
    std::variant<ShiftByTime, ShiftByFrames, ScaleTimes, StretchBetween> how;
    CueRange range = {};  ///< The cues that are moved.
    BeforeZero beforeZero = BeforeZero::Refuse;
    /// What was moved between two rates is put on the frames of this one, as `Rounding::Frame`
    /// does, where no other frames are asked for and a unit of the format falls between all of
    /// them. All cues of the file are then to be moved.
    std::optional<FrameRate> onto = {};
};

struct MovedDocument {
    Document document;
    std::size_t moved = 0;  ///< Cues.
    /// "retime.before-zero" for each cue that was cut off, and "retime.cut-tags" for each in which
    /// something begins anew by it (`CutCue`); "retime.timed-tags" for each with tags whose own
    /// times stay as they are though lengths change; "retime.unread-times" where cues were not
    /// moved since their start cannot be read, with how many and the first.
    Diagnostics diagnostics;
    MovedTimes times = {};  ///< How they went; borrows `frames` where these were asked for.
};

/// `document` with the times of its cues moved. `frames` may be null where they are not asked for.
/// Those of `unread`, ids that ascend, stay: their start was made up for one that cannot be read.
/// Errors: "retime.before-zero"; "time.no-timeline"; "retime.no-such-cue" and
/// "retime.unread-anchor" (an anchor, the second of which is one of `unread`); those of `TimeMap`.
/// O(cues).
Result<MovedDocument> movedTimes(Document document,
                                 const MoveOptions& options,
                                 const KnownFrames* frames,
                                 std::span<const CueId> unread = {});

}  // namespace subs
