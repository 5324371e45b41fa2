// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/sheet/layout.h"

namespace subs::sheet {

/// Cuts `origin.text`, a table, into its pieces and reads the cues; never fails. O(n).
Parsed parsed(Origin origin, const Dialect& dialect, const ReadOptions& options);

/// How likely `text` is a table of cues.
Probe probed(std::string_view text, const Dialect& dialect);

}  // namespace subs::sheet
