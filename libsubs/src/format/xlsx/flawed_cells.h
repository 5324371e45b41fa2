// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>

#include "format/sheet/layout.h"
#include "format/xlsx/workbook.h"

#include <string_view>
#include <vector>

namespace subs::xlsx {

/// Says of `cells`, those in columns that cues are read from, that what is read of them is not what
/// was meant; `text` is that of their sheet.
Diagnostics remarksOn(const std::vector<FlawedCell>& cells,
                      std::string_view text,
                      const sheet::Dialect& dialect);

}  // namespace subs::xlsx
