// SPDX-License-Identifier: MIT
#pragma once

#include "format/sheet/layout.h"

#include <cstddef>
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

/// Those of the workbook `bytes`, of which the first table of cues is read, else the first sheet;
/// none where that is not known. A workbook of one sheet costs a look at its list of sheets.
std::vector<OtherSheet> otherSheetsIn(std::string_view bytes, const sheet::Dialect& dialect);

}  // namespace subs::xlsx
