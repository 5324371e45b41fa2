// SPDX-License-Identifier: MIT
#pragma once

#include "format/xlsx/cell_value.h"
#include "format/xlsx/row_line.h"
#include "format/xlsx/sheet_rows.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace subs::xlsx {

/// A formula that an edit takes out of a cell whose row stays.
struct GoneFormula {
    CellPlace place;      ///< As it was before the edit.
    std::string formula;  ///< "=A3+1/86400", "=A2:A3 of B2:B3", "that of B3".
    std::string value;    ///< What the cell says then.
};

/// A formula that stays in its cell and reads one that an edit changes, or may read one.
struct StaleFormula {
    CellPlace place;      ///< As it was before the edit.
    std::string formula;  ///< As of `GoneFormula`.
    std::string value;    ///< What the cell says still.
};

/// What an edit makes of the formulas of a sheet.
struct FormulaChanges {
    std::vector<GoneFormula> gone;
    std::vector<StaleFormula> stale;  ///< In rows that stay.
    /// Where those begin in the part that go from cells which keep their value.
    std::set<std::size_t> stripped;
    /// True where a formula went, with its row or without, or is in another row.
    bool areElsewhere = false;
};

/// Those of the sheet `xml` where its rows, which said `before`, say what the lines of `after` say.
/// A cell that is edited loses its formula. So do, and keep their values, the cells that have it
/// from an edited one or one whose row goes: those that share its formula (18.3.1.40), and those
/// of a formula for several cells (an array, a data table) of which one is edited or goes. All
/// others stay, those too that read an edited cell, and so do the values of their cells.
FormulaChanges formulaChanges(std::string_view xml,
                              const XmlRows& rows,
                              const std::map<std::uint32_t, RowValues>& before,
                              std::string_view after);

}  // namespace subs::xlsx
