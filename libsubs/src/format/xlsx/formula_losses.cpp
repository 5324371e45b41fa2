// SPDX-License-Identifier: MIT
#include "format/xlsx/formula_losses.h"

#include <subs/format/features.h>

#include "format/file_remarks.h"
#include "format/xlsx/cue_rows.h"

#include <algorithm>
#include <iterator>
#include <string>

namespace subs::xlsx {

void tellFormulas(const std::vector<GoneFormula>& formulas,
                  const Document& document,
                  LossReport& losses) {
    if (formulas.empty()) return;
    const auto cues = cuesByRow(document);
    LossReport told;
    for (const GoneFormula& formula : formulas) {
        const auto cue = cues.find(formula.place.row);
        told.add(feature::kFormula,
                 formula.value.empty() ? LossSeverity::Dropped : LossSeverity::Approximated,
                 cue == cues.end() ? CueId() : cue->second->id,
                 columnName(formula.place.column) + std::to_string(formula.place.row) + ": " +
                     shownBeginning(formula.formula),
                 formula.value);
    }
    for (LossItem& item : told.items)
        item.remedy = "enter the formulas anew, or make the edit in a spreadsheet";
    std::ranges::move(told.items, std::back_inserter(losses.items));
}

}  // namespace subs::xlsx
