// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include "format/ass/values.h"

#include <string>

namespace subs::ass {

/// The text field of `cue`: as in its line where that still says it, else as it would be written.
std::string markupOf(const Document& document, const Cue& cue, Dialect dialect);

}  // namespace subs::ass
