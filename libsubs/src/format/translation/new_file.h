// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/translation/dialect.h"

namespace subs::translation {

/// `document` as a new file; see `Format::plan` and `Format::write`.
LossReport plannedNew(const Document& document, const WriteOptions& options, Dialect dialect);
Result<std::string> writtenNew(const Document& document,
                               const WriteOptions& options,
                               Dialect dialect);

/// What the format holds.
FormatInfo infoOf(Dialect dialect);

}  // namespace subs::translation
