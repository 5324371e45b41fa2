// SPDX-License-Identifier: MIT
#pragma once

#include <subs/edit/stack.h>

#include "edit/partners.h"

#include <vector>

namespace subs {

/// Makes one time of those at which cues of `all` begin or end that are written as one: that of the
/// first track, where it has one, so that its file stays as it is. Then no stretch between two of
/// them is shorter than what is written. O(n log n).
void putOnWritten(std::vector<Partners>& all, const WrittenTimes& written);

}  // namespace subs
