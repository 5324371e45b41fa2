// SPDX-License-Identifier: MIT
#pragma once

#include "format/scc/layout.h"

#include <vector>

namespace subs::scc {

/// Pairs that are sent one after the other: letters, or a code that comes twice.
using Unit = std::vector<Pair>;

/// What loads a caption into the memory that is not seen: erasing it, the rows from the top, their
/// letters and looks. A change of looks takes the place of a space, so that a word has those of its
/// first letter; where it is meant to have others, or there is no room, `losses` tells. Doubled
/// codes as CTA-608-E has them.
std::vector<Unit> loadOf(const std::vector<PlacedRow>& rows, CueId cue, LossReport* losses);

/// A code, twice.
Unit twice(Pair pair);

}  // namespace subs::scc
