// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/format/format.h>

#include "format/cinema/dialect.h"

namespace subs {

/// `document` with the times at which a file of `dialect` will show its dialogue, each cue for one
/// unit at least, and an end for each: what is seen together there is drawn together. Errors as of
/// `cinema::checkRate` and of rounding.
Result<Document> withShownTimes(const Document& document,
                                const WriteOptions& options,
                                cinema::Dialect dialect);

}  // namespace subs
