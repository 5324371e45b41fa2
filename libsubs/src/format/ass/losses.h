// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/ass/style_choice.h"
#include "format/ass/values.h"

namespace subs::ass {

/// What `writeFile` would lose or change. A line that is copied loses nothing.
LossReport losses(const Document& document, const WriteOptions& options, Dialect dialect);

/// Those of the styles, which are added to `report`. `CueLosses` has those of cues.
void addStyleLosses(const Document& document,
                    const WriteOptions& options,
                    Dialect dialect,
                    LossReport& report);

}  // namespace subs::ass
