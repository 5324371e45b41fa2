// SPDX-License-Identifier: MIT
#pragma once

#include "format/ttml/content_reader.h"

// When a cue is shown. What animates it is left out, and told (extra_styles.h).
namespace subs::ttml {

/// As its element says, but not behind what is around it. Not reached: for no time.
Interval saidTime(const ContentElement& element);

/// `said` while the region is active (TTML2 §11.3.1); all of it where there is none, and where it
/// is never active then, so that what is never shown keeps the times that it has.
Interval timeIn(const RegionChoice& region, const Interval& said, const Head& head);

}  // namespace subs::ttml
