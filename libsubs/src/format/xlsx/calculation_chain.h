// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include "format/xlsx/archive.h"

#include <vector>

namespace subs::xlsx {

/// The edits that take the list of cells with formulas (18.6) out of a workbook, and what leads to
/// it: programs refuse one with a cell that has no formula, and make a new one where there is none.
/// None where there is no list. Errors: those of `Archive`.
Result<std::vector<PartEdit>> withoutCalculationChain(const Archive& archive);

}  // namespace subs::xlsx
