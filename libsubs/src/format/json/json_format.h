// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

namespace subs {

/// Cues as JSON for scripts, in a schema of our own; see README.md beside this.
const Format& jsonFormat();

}  // namespace subs
