// SPDX-License-Identifier: MIT
#include "format/xlsx/row_line.h"

#include <charconv>
#include <utility>

namespace subs::xlsx {

RowLine lineOf(const sheet::RowReader& row) {
    RowLine line;
    const std::string number = row.value(0);
    std::from_chars(number.data(), number.data() + number.size(), line.number);
    for (std::size_t i = 1; i < row.cells().size(); ++i) {
        line.values.push_back(row.value(i));
        line.isBlank = line.isBlank && line.values.back().empty();
    }
    return line;
}

std::string_view valueAt(const RowValues& values, std::size_t column) {
    return column < values.size() ? std::string_view(values[column]) : std::string_view();
}

std::map<std::uint32_t, RowValues> valuesByRow(std::string_view text) {
    std::map<std::uint32_t, RowValues> rows;
    for (sheet::RowReader lines(text, '\t'); lines.next();) {
        RowLine line = lineOf(lines);
        if (line.number > 0) rows.emplace(line.number, std::move(line.values));
    }
    return rows;
}

}  // namespace subs::xlsx
