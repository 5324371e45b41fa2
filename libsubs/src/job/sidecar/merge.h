// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/registry.h>

#include "job/sidecar/restore.h"

namespace subs {

/// The three-way merge of documents: `result` holds the original and gets what was edited from
/// `written`, which the original was converted to, to `edited`, is counted and told of. False, and
/// nothing done, where hardly any cue of `edited` is one of `written`. `timeline` (or null) is that
/// of formats that count frames. O(n log n).
bool merge(Restored& result,
           const ReadDocument& written,
           const ReadDocument& edited,
           const FrameTimeline* timeline);

}  // namespace subs
