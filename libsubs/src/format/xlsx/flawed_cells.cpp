// SPDX-License-Identifier: MIT
#include "format/xlsx/flawed_cells.h"

#include "format/file_remarks.h"

#include <fmt/format.h>

#include <string>

namespace subs::xlsx {
namespace {

constexpr std::string_view kNoString = "xlsx.no-string";
constexpr std::string_view kErrorValue = "xlsx.error-value";

}  // namespace

Diagnostics remarksOn(const std::vector<FlawedCell>& cells,
                      std::string_view text,
                      const sheet::Dialect& dialect) {
    const auto layout = cells.empty() ? std::nullopt : sheet::layoutOf(text, dialect);
    if (!layout) return {};
    FileRemarks remarks;
    for (const FlawedCell& cell : cells) {
        const std::size_t column = cell.place.column + dialect.cuesFrom();
        const bool isRead = column < layout->columns.size() &&
                            layout->columns.all()[column].role != sheet::Role::Unknown;
        if (!isRead) continue;
        const std::string place = columnName(cell.place.column) + std::to_string(cell.place.row);
        remarks.addHabit(Severity::Warning,
                         cell.place.row,
                         0,
                         cell.isError ? kErrorValue : kNoString,
                         cell.isError
                             ? "a cell has an error in place of a value; read as it is shown"
                             : "a cell has the number of a string that is not in the workbook; "
                               "read as empty",
                         fmt::format("{}: {}", place, shownBeginning(cell.value)));
    }
    return remarks.take();
}

}  // namespace subs::xlsx
