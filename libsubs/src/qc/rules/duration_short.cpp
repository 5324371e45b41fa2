// SPDX-License-Identifier: MIT
#include "qc/rule.h"
#include "qc/time_limits.h"
#include "qc/wording.h"

#include <fmt/format.h>

namespace subs::rules_of {

void durationShort(const RuleContext& context, Violations& violations) {
    const Cue& cue = context.cue;
    if (!context.profile.minDuration || !cue.end) return;
    const Time limit = *context.profile.minDuration;
    if (!lengthBetween(context.document, cue.start, *cue.end).isBelow(limit)) return;
    const FrameTimeline* film = context.options.timeline;
    if (film && lengthOnScreen(*film, cue.start, *cue.end) + kEdgeSlack >= limit) return;
    const double measured = inMilliseconds(cue.duration());
    violations.push_back({{},
                          measured,
                          inMilliseconds(limit),
                          "ms",
                          fmt::format("lasts {} ms; at least {} ms are needed",
                                      roundedDown(measured),
                                      plainNumber(inMilliseconds(limit)))});
}

}  // namespace subs::rules_of
