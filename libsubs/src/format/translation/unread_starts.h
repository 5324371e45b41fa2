// SPDX-License-Identifier: MIT
#pragma once

#include "format/unread_starts.h"

#include <string_view>
#include <vector>

namespace subs::translation {

/// Those of the cues of the file `text`, in its order, that were read as `language`; a unit that
/// does not say when its text is shown has one too. O(n).
std::vector<UnreadStart> unreadStartsIn(std::string_view text, std::string_view language);

}  // namespace subs::translation
