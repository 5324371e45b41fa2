// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/ass/values.h"

#include <memory>

namespace subs::ass {

/// Reads a whole file. `dialect` holds until a section of styles says otherwise.
Parsed readFile(Origin origin, const ReadOptions& options, Dialect dialect);

/// Reads the parts of one file.
std::unique_ptr<PartReader> partReader(const ReadOptions& options, Dialect dialect);

}  // namespace subs::ass
