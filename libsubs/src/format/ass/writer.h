// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/ass/event_line.h"

#include <string>

namespace subs::ass {

Result<std::string> writeFile(const Document& document,
                              const WriteOptions& options,
                              Dialect dialect);

/// In what `cue` is not what its line says.
EventChanges changesFrom(const Cue& line,
                         const Cue& cue,
                         const EventTimes& times,
                         Rounding rounding);

}  // namespace subs::ass
