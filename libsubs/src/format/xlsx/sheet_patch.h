// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include "format/xlsx/formula_changes.h"

#include <string>
#include <string_view>
#include <vector>

namespace subs::xlsx {

/// The part of a sheet after an edit.
struct PatchedSheet {
    std::string xml;
    std::vector<GoneFormula> gone;
    std::vector<StaleFormula> stale;
    bool areFormulasElsewhere = false;  ///< As `FormulaChanges::areElsewhere`.
};

/// `xml`, the part of a sheet, whose text (`textOf`) was `before`, so that it is `after`. Rows are
/// where their lines are: cells of one that is new get the looks of those above them, a row that
/// moves takes its cells along. Only cells whose text is another are written anew, as texts, and
/// those whose formula was of one of them (`formulaChanges`). What lies outside of the rows, and
/// what they have besides cells, stays. Error "xlsx.damaged".
Result<PatchedSheet> patchedSheet(std::string_view xml,
                                  std::string_view before,
                                  std::string_view after);

}  // namespace subs::xlsx
