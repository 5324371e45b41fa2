// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/ass/values.h"

namespace subs::ass {

/// What `writeFile` would lose or change. A line that is copied loses nothing.
LossReport losses(const Document& document, const WriteOptions& options, Dialect dialect);

}  // namespace subs::ass
