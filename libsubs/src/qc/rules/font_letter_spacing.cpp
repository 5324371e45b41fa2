// SPDX-License-Identifier: MIT
#include "qc/cue_drawing.h"
#include "qc/rule.h"
#include "qc/wording.h"

#include <fmt/format.h>

namespace subs::rules_of {

/// libass shapes spaced text code point by code point (see model/README.md).
void fontLetterSpacing(const RuleContext& context, Violations& violations) {
    for (std::size_t i = 0; i < context.lines.size(); ++i) {
        const std::size_t begin = context.drawing.beginOf(i);
        const double spacing =
            context.drawing.cue().khmerSpacing(begin, begin + context.lines[i].size());
        if (spacing == 0) continue;
        violations.push_back(
            {i,
             spacing,
             0,
             "px",
             fmt::format(
                 "line {}: letters are spaced by {} px, which takes Khmer syllables apart; set the spacing to 0",
                 i + 1,
                 plainNumber(spacing))});
    }
}

}  // namespace subs::rules_of
