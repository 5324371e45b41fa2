// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include "format/xlsx/formula_changes.h"

#include <vector>

namespace subs::xlsx {

/// Tells of `formulas`, which an edit of the workbook of `document` takes out, with their cells.
void tellFormulas(const std::vector<GoneFormula>& formulas,
                  const Document& document,
                  LossReport& losses);

}  // namespace subs::xlsx
