// SPDX-License-Identifier: MIT
#include "format/xlsx/stale_formulas.h"

#include <algorithm>

namespace subs::xlsx {

bool ChangedCells::hasOneOf(const CellBlock& block) const {
    auto column = rows_.lower_bound(block.first.column);
    for (; column != rows_.end() && column->first <= block.last.column; ++column) {
        const auto row = column->second.lower_bound(block.first.row);
        if (row != column->second.end() && *row <= block.last.row) return true;
    }
    return false;
}

std::vector<std::size_t> staleIn(const std::vector<StayingFormula>& formulas,
                                 const std::vector<FormulaReads>& reads,
                                 ChangedCells changed) {
    // Formulas mostly read what stands above or beside them. Of a chain that goes on the other way
    // for longer, all that is left counts as read.
    constexpr int kMostRounds = 8;
    std::vector<bool> isStale(formulas.size(), false);
    if (changed.empty()) return {};
    const auto readsChanged = [&](const StayingFormula& formula, bool isAll) {
        const FormulaReads& read = reads[formula.reads];
        if (!read.areAllKnown() || (read.any() && (formula.hasMoved || isAll))) return true;
        return std::ranges::any_of(read.blocks(formula.offset),
                                   [&](const CellBlock& block) { return changed.hasOneOf(block); });
    };
    bool goesOn = true;
    for (int round = 0; goesOn && round <= kMostRounds; ++round) {
        goesOn = false;
        for (std::size_t i = 0; i < formulas.size(); ++i) {
            if (isStale[i] || !readsChanged(formulas[i], round == kMostRounds)) continue;
            isStale[i] = true;
            changed.add(formulas[i].place);
            goesOn = true;
        }
    }
    std::vector<std::size_t> stale;
    for (std::size_t i = 0; i < formulas.size(); ++i)
        if (isStale[i]) stale.push_back(i);
    return stale;
}

}  // namespace subs::xlsx
