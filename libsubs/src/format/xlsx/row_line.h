// SPDX-License-Identifier: MIT
#pragma once

#include "format/sheet/cells.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace subs::xlsx {

/// What the cells of a row say, from the first on.
using RowValues = std::vector<std::string>;

/// A line of the text of a sheet (`textOf`).
struct RowLine {
    std::uint32_t number = 0;  ///< Of its row as it was; 0 for a new one.
    RowValues values;
    bool isBlank = true;
};

RowLine lineOf(const sheet::RowReader& row);

/// Empty where the row has fewer.
std::string_view valueAt(const RowValues& values, std::size_t column);

/// What the rows of a sheet say, by their numbers.
std::map<std::uint32_t, RowValues> valuesByRow(std::string_view text);

}  // namespace subs::xlsx
