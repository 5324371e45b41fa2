// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/format/format.h>
#include <subs/model/document.h>

namespace subs {

/// What was edited from `written` to `edited` besides cues, put into `original` as far as `home`,
/// its format, holds it: styles and the title. Tells what is left out, other stretches of the file
/// included ("sidecar.not-merged"). O(n log n).
Diagnostics mergeDocuments(Document& original,
                           const Format& home,
                           const Document& written,
                           const Document& edited);

}  // namespace subs
