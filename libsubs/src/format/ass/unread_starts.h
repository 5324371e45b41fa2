// SPDX-License-Identifier: MIT
#pragma once

#include "format/ass/values.h"
#include "format/unread_starts.h"

#include <vector>

namespace subs::ass {

/// Those of the cues of `document`, which has a file of this dialect, in the order of the file;
/// events without a column for it have one too. O(n).
std::vector<UnreadStart> unreadStartsIn(const Document& document, Dialect dialect);

}  // namespace subs::ass
