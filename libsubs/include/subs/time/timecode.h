// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/time/frame_rate.h>
#include <subs/time/frame_timeline.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace subs {

enum class DropFrame : std::uint8_t { No, Yes };

/// The SMPTE ST 12-1 label of a frame: `HH:MM:SS:FF`, `;` before FF with drop frame. Labels count
/// from 0 and do not wrap at 24 hours. `DropFrame::Yes` needs a rate that allows it; negative
/// frames carry a leading `-`.
std::string timecodeOf(Frame frame, FrameRate rate, DropFrame drop);

/// The frame of a label. A label that drop frame leaves out, or a frame count beyond the rate, is
/// an error.
Result<Frame> parseTimecode(std::string_view label, FrameRate rate, DropFrame drop);

}  // namespace subs
