// SPDX-License-Identifier: MIT
#pragma once

#include "edit/partners.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace subs {

/// A stretch of time and which cue of either track is shown in it.
struct Slice {
    Time start;
    Time end;
    std::array<std::optional<std::size_t>, 2> places;
};

/// From each moment at which a cue begins or ends to the next one, where anything is shown.
/// O(n log n).
std::vector<Slice> slicesOf(const Partners& partners);

/// True where each cue ends later than it begins.
bool lasts(const Partners& partners);

}  // namespace subs
