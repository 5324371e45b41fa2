// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/format/format.h>

#include "format/ass/event_line.h"

namespace subs::ass {

/// How long a cue without an end is shown.
inline constexpr Time kUnsaidDuration = Time::fromSeconds(3);

/// The edges of `cue` by the rounding of `options`, each on its own, not before 0. The error names
/// the cue.
Result<EventTimes> timesToWrite(const Cue& cue, const WriteOptions& options);

}  // namespace subs::ass
