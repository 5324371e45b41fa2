// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

namespace subs::srt {

/// Reads `origin.text`; never fails. One pass over the lines.
Parsed parsed(Origin origin, const ReadOptions& options);

}  // namespace subs::srt
