// SPDX-License-Identifier: MIT
#include "qc/rule.h"
#include "qc/wording.h"

#include <fmt/format.h>

namespace subs::rules_of {

void overlap(const RuleContext& context, Violations& violations) {
    if (context.profile.overlapAllowed || !context.before) return;
    const Time overlap = *context.before->end - context.cue.start;
    if (overlap <= Time()) return;
    const double measured = inMilliseconds(overlap);
    violations.push_back(
        {{},
         measured,
         0,
         "ms",
         fmt::format("begins {} ms before the cue before it ends; 0 ms are allowed",
                     roundedUp(measured))});
}

}  // namespace subs::rules_of
