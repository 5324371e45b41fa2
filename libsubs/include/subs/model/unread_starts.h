// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <vector>

namespace subs {

/// The cues of `document` whose start cannot be read in its file (`Origin::unreadStarts`), and that
/// were given no other since: where they begin was made up, so that they can be listed. Ids,
/// ascending. O(n).
std::vector<CueId> unreadStartsOf(const Document& document);

}  // namespace subs
