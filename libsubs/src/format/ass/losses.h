// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/ass/style_choice.h"
#include "format/ass/values.h"

namespace subs::ass {

/// What `writeFile` would lose or change. A line that is copied loses nothing.
LossReport losses(const Document& document, const WriteOptions& options, Dialect dialect);

/// The parts of the same, which add to `report`: of the styles, and of what else stands in the file
/// that `part` comes from (of other formats only styles and cues are taken). `CueLosses` has the
/// third.
void addStyleLosses(const Document& document,
                    const WriteOptions& options,
                    Dialect dialect,
                    LossReport& report);
void addRawLosses(const Document& part, LossReport& report);

}  // namespace subs::ass
