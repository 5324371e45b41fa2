// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/sheet/layout.h"
#include "format/xlsx/archive.h"
#include "format/xlsx/workbook.h"

namespace subs::xlsx {

/// Tells of the cells of `sheet`, which `parsed` was read from, that may say something else than
/// was read: formulas whose result is not in the file, and texts that are dates or numbers of which
/// a spreadsheet shows what depends on the computer. A workbook with neither is unpacked once more
/// and not parsed.
void tellCells(const Archive& archive,
               const Sheet& sheet,
               const sheet::Dialect& dialect,
               Parsed& parsed);

}  // namespace subs::xlsx
