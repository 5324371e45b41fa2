// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>
#include <vector>

namespace subs {

/// What the XML comments in `markup`, a stretch of a file that begins and ends between elements,
/// say: without white space around it, and only those that say something. What looks like one in
/// a CDATA section is text. Views into `markup`. O(n).
std::vector<std::string_view> xmlCommentsIn(std::string_view markup);

}  // namespace subs
