// SPDX-License-Identifier: MIT
#include "format/xlsx/formula_losses.h"

#include <subs/format/features.h>

#include "format/file_remarks.h"
#include "format/xlsx/cue_rows.h"

#include <algorithm>
#include <iterator>
#include <optional>
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

void tellStaleFormulas(const std::vector<StaleFormula>& formulas,
                       std::string_view text,
                       const sheet::Dialect& dialect,
                       const Document& document,
                       LossReport& losses) {
    const auto layout = formulas.empty() ? std::nullopt : sheet::layoutOf(text, dialect);
    if (!layout) return;
    const std::vector<sheet::Column>& columns = layout->columns.all();
    const auto cues = cuesByRow(document);
    LossReport told;
    for (const StaleFormula& formula : formulas) {
        const std::size_t column = formula.place.column + dialect.cuesFrom();
        const auto cue = cues.find(formula.place.row);
        const bool isOfCue = cue != cues.end() && column < columns.size() &&
                             columns[column].role != sheet::Role::Unknown;
        if (!isOfCue) continue;
        told.add(feature::kFormula,
                 LossSeverity::Approximated,
                 cue->second->id,
                 columnName(formula.place.column) + std::to_string(formula.place.row) + ": " +
                     shownBeginning(formula.formula),
                 shownBeginning(formula.value) + ", until a spreadsheet calculates it anew");
    }
    for (LossItem& item : told.items)
        item.remedy = "make the edit in a spreadsheet, or put values in the place of the formulas";
    std::ranges::move(told.items, std::back_inserter(losses.items));
}

}  // namespace subs::xlsx
