// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

#include "format/sheet/layout.h"

namespace subs::sheet {

/// Cuts `origin.text`, a table, into its pieces and reads the cues; never fails. O(n).
Parsed parsed(Origin origin, const Dialect& dialect, const ReadOptions& options);

/// How many rows of `text`, a table, say when a cue begins; none where it is no table of cues.
/// O(n).
std::size_t cuesIn(std::string_view text, const Dialect& dialect);

/// How likely `text` is a table of cues.
Probe probed(std::string_view text, const Dialect& dialect);

}  // namespace subs::sheet
