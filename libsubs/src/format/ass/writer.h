// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/ass/event_line.h"

#include <string>

namespace subs::ass {

Result<std::string> writeFile(const Document& document,
                              const WriteOptions& options,
                              Dialect dialect);

/// In what `cue` is not what its line says, which was read as `line`: `read` is how. A start that
/// cannot be read is what it was where the cue has the one that was taken for it.
EventChanges changesFrom(const Cue& line,
                         const EventRead& read,
                         const Cue& cue,
                         const EventTimes& times,
                         Rounding rounding);

}  // namespace subs::ass
