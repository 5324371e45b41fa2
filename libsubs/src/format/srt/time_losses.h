// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include "format/srt/edges.h"

#include <cstddef>

namespace subs::srt {

/// True of a cue that was read from the SubRip file that `document` is from.
bool isInItsFile(const Document& document, const Cue& cue);

/// Reports what the times of `document.cues[index]` lose when they are written.
void reportTimes(const Document& document,
                 const EdgeRounder& edges,
                 std::size_t index,
                 LossReport& losses);

}  // namespace subs::srt
