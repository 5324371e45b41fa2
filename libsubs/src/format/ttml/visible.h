// SPDX-License-Identifier: MIT
#pragma once

#include "format/ttml/region.h"

#include <vector>

namespace subs::ttml {

/// Whether something is displayed, and when that changes.
struct Displayed {
    bool isDisplayed = true;
    std::vector<DisplayChange> changes;  ///< A later one of them counts more.
};

/// What is left of `intervals` in something that is displayed so.
std::vector<Interval> visibleIn(std::vector<Interval> intervals, const Displayed& displayed);

}  // namespace subs::ttml
