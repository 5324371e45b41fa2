// SPDX-License-Identifier: MIT
#pragma once

#include "edit/partners.h"

#include <span>
#include <vector>

namespace subs {

/// All of `partners` one behind the other: in a lane cues of one track do not overlap, so that it
/// can be cut into stretches in which the same is shown. As few lanes as there are cues at once in
/// a track, 32 at most: what has no room is a lane of its own. O(n log n).
std::vector<Partners> lanesOf(std::span<const Partners> partners);

}  // namespace subs
