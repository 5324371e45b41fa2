// SPDX-License-Identifier: MIT
#pragma once

#include "format/asides.h"
#include "format/sheet/layout.h"

#include <vector>

namespace subs::sheet {

/// What is in a table besides its cues: what stands above the names of the columns, rows that are
/// no cues, and the cells that no cue has a word for, by their columns. O(n).
std::vector<Aside> asidesIn(const Origin& origin, const Dialect& dialect);

}  // namespace subs::sheet
