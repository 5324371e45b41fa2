// SPDX-License-Identifier: MIT
#pragma once

#include "format/unread_starts.h"

#include <string_view>
#include <vector>

namespace subs::ttml {

/// Those of the cues of the file `text`, in its order. O(n).
std::vector<UnreadStart> unreadStartsIn(std::string_view text);

}  // namespace subs::ttml
