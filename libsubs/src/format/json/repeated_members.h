// SPDX-License-Identifier: MIT
#pragma once

#include "format/json/scanner.h"

#include <string_view>
#include <vector>

namespace subs::json {

/// Members of the object `value`, or of the objects in the list `value`, that say something else
/// than a later one of their name, which counts. In the order of their places in `value`, which is
/// well-formed. O(n log n).
std::vector<Member> repeatedIn(std::string_view value);

}  // namespace subs::json
