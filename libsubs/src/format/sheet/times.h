// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/frame_timeline.h>
#include <subs/time/time.h>

#include "format/sheet/columns.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace subs::sheet {

/// True of a time with a colon: "1:02:03.456", "02:03,4".
bool isClock(std::string_view value);

/// True of what is spelt as a time code, whatever the rate: "01:02:03:12", "01:02:03;12".
bool isTimecode(std::string_view value);

/// The time that a cell says: a clock or seconds, "." or "," before the decimals, a minus before
/// it; with frames ("01:02:03:12", "01:02:03;12") where their `rate` is known; a number where the
/// column holds milliseconds. Blanks around it do not matter. Nothing where it is none.
std::optional<Time> timeIn(std::string_view value, TimeUnit unit, std::optional<FrameRate> rate);

/// The number of a frame.
std::optional<Frame> frameIn(std::string_view value);

/// The frame that an edge at `time` is written as where frames have this rate: the first that
/// begins at or after it, and one that begins less than half a millisecond before it. Midpoints
/// between frames (time/frame_rule.h) and moments rounded to milliseconds are the frame meant.
Frame codedFrame(Time time, FrameRate rate);

/// "01:02:03.456", or a number of milliseconds.
std::string timeCell(std::int64_t milliseconds, TimeUnit unit);

/// A time that is not negative as seconds, "301.25", spelt like the cell `like`: with its decimal
/// sign, and as many decimals at the least. Nothing where that is no number.
std::optional<std::string> secondsCell(std::int64_t milliseconds, std::string_view like);

/// "23.976", "25", or where that is not exact a quotient: what `parseFrameRate` reads as `rate`.
std::string rateCell(FrameRate rate);

}  // namespace subs::sheet
