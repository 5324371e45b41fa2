// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include "format/sheet/layout.h"
#include "format/xlsx/archive.h"
#include "format/xlsx/workbook.h"

namespace subs::xlsx {

/// What is lost of the looks of letters (18.4.7: bold, italic, underlined, struck out, a colour of
/// their own) inside of the cells that the texts of `document` were read from: a text is told once
/// for each. Looks of whole cells are the table's. A workbook without such letters is unpacked once
/// more and not parsed.
LossReport lostRichTexts(const Archive& archive,
                         const Sheet& sheet,
                         const Document& document,
                         const sheet::Dialect& dialect);

}  // namespace subs::xlsx
