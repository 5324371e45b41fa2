// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/frame_rate.h>

#include <optional>
#include <string_view>

namespace subs::ttml {

/// How many frames a second has in `text`, a file that counts them: one of its times is a time code
/// or a number of frames. Nothing where all are times of the clock. O(n).
std::optional<FrameRate> rateOfFrameTimes(std::string_view text);

}  // namespace subs::ttml
