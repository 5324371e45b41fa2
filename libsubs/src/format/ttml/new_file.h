// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/ttml/rules.h"

namespace subs::ttml {

/// `document` as a new file of a dialect; see `Format::plan` and `Format::write`.
LossReport plannedNew(const Document& document,
                      const WriteOptions& options,
                      const DialectRules& rules);
Result<std::string> writtenNew(const Document& document,
                               const WriteOptions& options,
                               const DialectRules& rules);

/// The content of the paragraph of `cue` in such a file.
std::string newContent(const Document& document, const Cue& cue, const DialectRules& rules);

}  // namespace subs::ttml
