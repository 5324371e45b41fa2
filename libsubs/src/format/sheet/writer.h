// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/sheet/layout.h"

#include <string>

namespace subs::sheet {

/// See `Format::plan`.
LossReport planned(const Document& document, const WriteOptions& options, const Dialect& dialect);
/// See `Format::write`. A document of another format becomes a table with the columns that its cues
/// need.
Result<std::string> written(const Document& document,
                            const WriteOptions& options,
                            const Dialect& dialect);

/// The columns that a new file of `document` has.
Columns columnsFor(const Document& document, const WriteOptions& options);

}  // namespace subs::sheet
