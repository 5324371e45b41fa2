// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/time.h>

#include "format/byte_range.h"

#include <optional>
#include <string_view>

namespace subs::vtt {

/// What makes a line one of times.
inline constexpr std::string_view kArrow = "-->";

/// The line that begins a cue.
struct TimeLine {
    Time start;
    Time end;
    ByteRange startAt;
    ByteRange endAt;
    ByteRange settingsAt;  ///< What follows the times, without the spaces around it.
};

/// Reads `line`, which has an arrow in it ("collect WebVTT cue timings and settings", WebVTT §6.2);
/// nothing where its times cannot be read.
std::optional<TimeLine> parsedTimeLine(std::string_view line);

}  // namespace subs::vtt
