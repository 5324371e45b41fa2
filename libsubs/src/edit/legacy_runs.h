// SPDX-License-Identifier: MIT
#pragma once

#include <subs/edit/legacy_font.h>

#include "edit/font_runs.h"

#include <cstddef>
#include <vector>

namespace subs {

/// A stretch of text, what is to become of it, and why.
struct LegacyRun {
    std::size_t cue = 0;
    FontRun where;
    LegacyFont font = LegacyFont::Limon;
    LegacyReason reason = LegacyReason::FontName;
    LegacyOutcome outcome = LegacyOutcome::Converted;
    double confidence = 1;
    LegacyScope scope = LegacyScope::All;
};

/// The legacy text of `document`, in the order of its cues and their text.
std::vector<LegacyRun> legacyRunsOf(const Document& document, const LegacyOptions& options);

}  // namespace subs
