// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/cinema/dialect.h"

namespace subs::cinema {

/// `document` as a new file; see `Format::plan` and `Format::write`.
LossReport plannedNew(const Document& document, const WriteOptions& options, Dialect dialect);
Result<std::string> writtenNew(const Document& document,
                               const WriteOptions& options,
                               Dialect dialect);

/// The inside of the Subtitle element of `cue` in such a file, without line ends.
std::string newContent(const Document& document, const Cue& cue, Dialect dialect);

/// What the format holds.
FormatInfo infoOf(Dialect dialect);

}  // namespace subs::cinema
