// SPDX-License-Identifier: MIT
#pragma once

#include "format/asides.h"

#include <vector>

namespace subs::vtt {

/// What the blocks of a file are that are no cues. Behind the first cue a STYLE or REGION is none
/// (WebVTT §4.1), and was not understood.
std::vector<Aside> asidesIn(const Origin& origin);

}  // namespace subs::vtt
