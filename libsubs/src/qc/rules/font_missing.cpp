// SPDX-License-Identifier: MIT
#include "qc/cue_drawing.h"
#include "qc/rule.h"

#include <fmt/format.h>

namespace subs::rules_of {

void fontMissing(const RuleContext& context, Violations& violations) {
    for (const ReplacedFont& font : context.drawing.cue().replacedFonts())
        violations.push_back(
            {{},
             1,
             0,
             "fonts",
             fmt::format(
                 "\"{}\" is not installed and {} stands in; install it or name a font that is",
                 font.asked,
                 font.inUse)});
}

}  // namespace subs::rules_of
