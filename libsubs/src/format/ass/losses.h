// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/ass/style_choice.h"
#include "format/ass/values.h"

namespace subs::ass {

/// What `writeFile` would lose or change. A line that is copied loses nothing.
LossReport losses(const Document& document, const WriteOptions& options, Dialect dialect);

/// The parts of the same: of the styles, and of the cues and raw stretches of a part, which are
/// written with the styles of `choice`. Both add to `report`.
void addStyleLosses(const Document& document,
                    const WriteOptions& options,
                    Dialect dialect,
                    LossReport& report);
void addCueLosses(const Document& part,
                  const WriteOptions& options,
                  Dialect dialect,
                  const StyleChoice& choice,
                  LossReport& report);

}  // namespace subs::ass
