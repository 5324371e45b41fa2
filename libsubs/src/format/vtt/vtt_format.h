// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

namespace subs {

/// WebVTT ("vtt").
const Format& vttFormat();

}  // namespace subs
