// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/counted.h>
#include <subs/base/diagnostic.h>
#include <subs/time/clock.h>

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace subs::media {

/// Tells of the cues whose Khmer lines were broken to fit (`Preview::brokenCues`), if any.
inline void addBrokenLines(const std::vector<Time>& cues, Diagnostics& diagnostics) {
    if (cues.empty()) return;
    diagnostics.push_back(
        {Severity::Warning,
         0,
         0,
         "media.line-broken",
         fmt::format("{} with a Khmer line that is wider than the picture between its margins, the "
                     "first at {}: drawn in more lines here, which other players do not do",
                     counted(cues.size(), "cue"),
                     clockText(*std::ranges::min_element(cues)))});
}

}  // namespace subs::media
