// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>

#include <string>
#include <string_view>

namespace subs::xlsx {

/// A workbook of one sheet whose text (`textOf`) is `text`, with the names of columns in its first
/// row. All cells are texts, so that none is a formula or is taken for a date. `language` is that
/// of texts in columns of no language. The same text gives the same bytes. Errors:
/// "xlsx.too-many-rows", "xlsx.cell-too-long", "xlsx.failed".
Result<std::string> newWorkbook(std::string_view text, std::string_view language);

}  // namespace subs::xlsx
