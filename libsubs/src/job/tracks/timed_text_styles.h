// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include "job/tracks/timed_text_sample.h"

#include <vector>

namespace subs::tracks {

/// Where `cue` looks other than `usual`, in characters of its text, ascending and without overlap:
/// bold, italic, underline and colour, by its style and its spans. What no record can say of its
/// spans is told.
std::vector<StyleRecord> styleRecordsOf(const Document& document,
                                        const Cue& cue,
                                        const StyleRecord& usual,
                                        LossReport& losses);

}  // namespace subs::tracks
