// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/frame_timeline.h>
#include <subs/time/timecode.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace subs {

/// Hours, minutes, seconds and frames.
using TimeCode = std::array<std::uint8_t, 4>;

/// How the time codes of a file count its frames.
class TimeCodes {
public:
    /// `drop` is for rates that allow it.
    TimeCodes(FrameRate rate, DropFrame drop)
        : rate_(rate), drop_(drop), timeline_(FrameTimeline::constant(rate)) {}

    FrameRate rate() const { return rate_; }
    DropFrame drop() const { return drop_; }
    /// The frame of a time code. One that there is not (a frame beyond the rate, or one that is
    /// dropped) counts on from the frames before it; see `isRegular`.
    Frame frameOf(const TimeCode& code) const;
    bool isRegular(const TimeCode& code) const;
    /// `frame` from 0 to `last()`.
    TimeCode codeOf(Frame frame) const;
    /// That of 23:59:59 and its last frame.
    Frame last() const;
    Time timeOf(Frame frame) const { return timeline_.timeOf(frame); }
    /// "10:00:00:00", ";" before the frames with drop frame.
    std::string textOf(Frame frame) const { return timecodeOf(frame, rate_, drop_); }

private:
    FrameRate rate_;
    DropFrame drop_ = DropFrame::No;
    FrameTimeline timeline_;
};

/// "10:00:00:00"
std::string textOf(const TimeCode& code);
/// Of eight digits, "10000000"; nothing where there are others.
std::optional<TimeCode> timeCodeOf(std::string_view digits);

}  // namespace subs
