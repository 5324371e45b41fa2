// SPDX-License-Identifier: MIT
#pragma once

#include "format/xlsx/formula_reads.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <vector>

namespace subs::xlsx {

/// Cells of a sheet that say something else than before.
class ChangedCells {
public:
    void add(const CellPlace& place) { rows_[place.column].insert(place.row); }
    bool empty() const { return rows_.empty(); }
    bool hasOneOf(const CellBlock& block) const;

private:
    std::map<std::size_t, std::set<std::uint32_t>> rows_;  ///< By their columns.
};

/// A formula that stays in its cell.
struct StayingFormula {
    CellPlace place;        ///< Where it is now.
    std::size_t reads = 0;  ///< Its place in a list of what formulas read.
    CellOffset offset;      ///< From the cell that those are written for.
    bool hasMoved = false;  ///< Its row is another one, but what it reads is not.
};

/// The places in `formulas` of those that may come to another result where the cells `changed` say
/// something else: those that read one of them, or another such formula, and those that have moved
/// or of which it is not known what they read, where anything changed. O(n log n).
std::vector<std::size_t> staleIn(const std::vector<StayingFormula>& formulas,
                                 const std::vector<FormulaReads>& reads,
                                 ChangedCells changed);

}  // namespace subs::xlsx
