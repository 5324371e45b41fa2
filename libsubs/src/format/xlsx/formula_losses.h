// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include "format/sheet/layout.h"
#include "format/xlsx/formula_changes.h"

#include <string_view>
#include <vector>

namespace subs::xlsx {

/// Tells of `formulas`, which an edit of the workbook of `document` takes out, with their cells.
void tellFormulas(const std::vector<GoneFormula>& formulas,
                  const Document& document,
                  LossReport& losses);

/// Tells of those of `formulas`, whose values stay what they were, that are in cells of cues: in a
/// column of the sheet `text` that means something.
void tellStaleFormulas(const std::vector<StaleFormula>& formulas,
                       std::string_view text,
                       const sheet::Dialect& dialect,
                       const Document& document,
                       LossReport& losses);

}  // namespace subs::xlsx
