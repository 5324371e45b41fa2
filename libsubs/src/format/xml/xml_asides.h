// SPDX-License-Identifier: MIT
#pragma once

#include "format/asides.h"

#include <vector>

namespace subs {

/// Of an XML file, whose raw pieces are the elements around its cues: these are frames, comments in
/// them are notes. What is lost of the elements is said by what reads them.
std::vector<Aside> xmlAsides(const Origin& origin);

}  // namespace subs
