// SPDX-License-Identifier: MIT
#pragma once

#include "format/cinema/spot.h"

#include <optional>

namespace subs::cinema {

/// Each Text of a subtitle says where it is (ST 428-7, §6.9), and a cue has one place: that of the
/// first in the order of reading (`placeOf`). Tells the first of the others that is at another
/// edge, on another side, or further off than lines of one text are.
std::optional<UnreadLook> otherPlaceIn(const Spot& spot);

}  // namespace subs::cinema
