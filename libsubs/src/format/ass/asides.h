// SPDX-License-Identifier: MIT
#pragma once

#include "format/asides.h"
#include "format/ass/values.h"

#include <vector>

namespace subs::ass {

/// What the lines of a file are that are no events and styles. What another program keeps in a
/// section of its own is not understood.
std::vector<Aside> asidesIn(const Origin& origin, Dialect dialect);

}  // namespace subs::ass
