// SPDX-License-Identifier: MIT
#pragma once

#include "format/sheet/layout.h"
#include "format/xlsx/workbook.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace subs::xlsx {

/// A sheet that something stands in and that is not read.
struct OtherSheet {
    std::string name;
    std::size_t rows = 0;  ///< That something stands in.
    std::size_t cues = 0;  ///< Rows that say when a cue begins, where it is a table of cues.
};

/// The sheet that is read, which is the first table of cues, else the first sheet; and the others.
struct SheetsFound {
    std::optional<Sheet> read;  ///< Nothing where that is not known.
    std::vector<OtherSheet> others;
};

/// Those of a workbook. One of a single sheet costs a look at its list of sheets.
SheetsFound sheetsFound(const Archive& archive, const sheet::Dialect& dialect);

}  // namespace subs::xlsx
