// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>

namespace subs {

/// SubRip (.srt). README.md tells what is read, kept, written and lost.
const Format& srtFormat();

}  // namespace subs
