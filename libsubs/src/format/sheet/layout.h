// SPDX-License-Identifier: MIT
#pragma once

#include <subs/time/frame_rate.h>

#include "format/sheet/columns.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace subs::sheet {

/// Whether texts are kept from being taken for formulas.
enum class Guards : std::uint8_t { No, Yes };
/// What the first cell of a row is.
enum class FirstCell : std::uint8_t {
    Plain,
    RowNumber,  ///< The number of the row in a workbook; empty for a new row.
};

/// What differs between the formats of tables.
struct Dialect {
    std::string_view id;          ///< "csv"
    std::string_view separators;  ///< The first is the one written.
    Guards guards = Guards::Yes;
    FirstCell firstCell = FirstCell::Plain;  ///< Cells of a workbook have marks (cell_marks.h) too.

    /// The first cell that holds something of a cue.
    std::size_t cuesFrom() const { return firstCell == FirstCell::RowNumber ? 1 : 0; }
};

/// How a table is laid out.
struct Layout {
    char separator = ',';
    Columns columns;
    bool isNamed = false;           ///< There is a row with the names of the columns.
    bool isFirstRow = false;        ///< And nothing but blank rows before it.
    std::size_t namesAt = 0;        ///< Where that row begins, in bytes.
    std::optional<FrameRate> rate;  ///< The first that a row names, where there is a column for it.
    std::size_t cuesFrom = 0;       ///< Where the first row begins that may be a cue, in bytes.
};

/// The layout of the table `text`; nothing where it is not recognised.
std::optional<Layout> layoutOf(std::string_view text, const Dialect& dialect);

}  // namespace subs::sheet
