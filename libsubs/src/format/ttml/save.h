// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/ttml/rules.h"

namespace subs::ttml {

/// `document` in the file that it was read from, which is of that dialect and has cues; see
/// `Format::plan` and `Format::write`.
LossReport plannedSave(const Document& document,
                       const WriteOptions& options,
                       const DialectRules& rules);
Result<std::string> saved(const Document& document,
                          const WriteOptions& options,
                          const DialectRules& rules);

}  // namespace subs::ttml
