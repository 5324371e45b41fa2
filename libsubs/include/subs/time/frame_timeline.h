// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/time/frame_rate.h>
#include <subs/time/time.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace subs {

/// The number of a frame, from 0. A unit of its own, so that it is never mixed up with a time.
struct Frame {
    std::int64_t number = 0;
    friend constexpr auto operator<=>(Frame, Frame) = default;
};

/// The frames `first` to `last`, both included, have a rate of their own.
struct RateRange {
    Frame first;
    Frame last;
    FrameRate rate;
};

/// When each frame of a film begins: a constant rate, or a list of presentation times. Times are
/// held as whole ticks of the timeline's own time base (or exact for a constant rate) and compared
/// in 128 bits; nothing is rounded inside. Frames before the first and after the last go on at the
/// average rate. Frame n is on the screen from its time up to the time of frame n + 1.
class FrameTimeline {
public:
    /// Frame 0 begins at 0.
    static FrameTimeline constant(FrameRate rate);
    /// `ticks` ascending and distinct, in units of `tickSeconds` seconds; at least one. `nominal`
    /// is the average rate where it explains first and last stamp within a tick. Errors:
    /// "time.not-ascending" (the message names the frame), "time.bad-time-base" where a tick in
    /// milliseconds is no quotient of numbers up to 1 000 000 000.
    static Result<FrameTimeline> fromTicks(std::vector<std::int64_t> ticks,
                                           Fraction tickSeconds,
                                           std::optional<FrameRate> nominal = {});
    /// `assumed` everywhere but in `ranges`, which ascend and do not overlap. Frame 0 begins at 0.
    /// Exact where the rates have a common time base within the limits of `fromTicks`, else to the
    /// picosecond.
    static Result<FrameTimeline> fromRanges(FrameRate assumed, std::span<const RateRange> ranges);

    /// The same frames, the first of which begins at 0.
    FrameTimeline fromFirstFrame() const;

    /// The exact moment at which `frame` begins, in milliseconds (to 18 digits where 64 bits do not
    /// hold it).
    Fraction millisecondsOf(Frame frame) const;
    /// The same, to the nearest flick.
    Time timeOf(Frame frame) const;

    /// The frame on the screen at `ms`: the last that begins at or before it.
    Frame frameAt(Fraction ms) const;
    /// `ms` as the start of a cue: the first frame that begins at or after it.
    Frame startFrameAt(Fraction ms) const;
    /// `ms` as the (exclusive) end of a cue: the last frame that begins before it.
    Frame endFrameAt(Fraction ms) const;
    Frame frameAt(Time time) const { return frameAt(exactMilliseconds(time)); }
    Frame startFrameAt(Time time) const { return startFrameAt(exactMilliseconds(time)); }
    Frame endFrameAt(Time time) const { return endFrameAt(exactMilliseconds(time)); }

    /// The constant rate, the assumed one of `fromRanges`, or the average of the list: the nominal
    /// rate or a standard one that explains first and last stamp within a tick, where there is one,
    /// else the nearest `FrameRate`.
    FrameRate averageRate() const;
    bool isConstant() const { return ticks_.empty(); }
    /// Number of frames in the list; nothing for a constant rate, which has no end.
    std::optional<std::int64_t> frameCount() const;

private:
    FrameTimeline(std::vector<std::int64_t> ticks,
                  Fraction tickMilliseconds,
                  Fraction ticksPerFrame,
                  FrameRate rate);

    enum class Direction : std::uint8_t { Down, Up };
    /// The frame at `ms` where all frames have the average length, counted from listed frame
    /// `near`.
    Frame frameBeyond(Fraction ms, std::int64_t near, Direction direction) const;

    FrameRate rate_;
    std::vector<std::int64_t> ticks_;
    Fraction tickMilliseconds_ = Fraction(1);
    Fraction ticksPerFrame_ = Fraction(1);  ///< Before the first and after the last stamp.
};

/// A timecode file, version 1 or 2 (mkvtoolnix manual, "external timestamp files"); the first stamp
/// of a version 2 file is taken off all. Stamps of up to nine decimals are exact, finer ones are
/// rounded to the picosecond. Error "time.bad-timecode-file" with its line.
Result<FrameTimeline> parseTimecodeFile(std::string_view text);

}  // namespace subs
