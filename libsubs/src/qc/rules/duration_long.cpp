// SPDX-License-Identifier: MIT
#include "qc/rule.h"
#include "qc/time_limits.h"
#include "qc/wording.h"

#include <fmt/format.h>

namespace subs::rules_of {

void durationLong(const RuleContext& context, Violations& violations) {
    const Cue& cue = context.cue;
    if (!context.profile.maxDuration || !cue.end) return;
    const FrameTimeline* film = context.options.timeline;
    const Time limit = *context.profile.maxDuration;
    const Time most = limit + lengthOfFrames(context.profile.durationToleranceFrames, film);
    if (!lengthBetween(context.document, cue.start, *cue.end).isAbove(most)) return;
    if (film && lengthOnScreen(*film, cue.start, *cue.end) <= most + kEdgeSlack) return;
    const double measured = inMilliseconds(cue.duration());
    violations.push_back({{},
                          measured,
                          inMilliseconds(limit),
                          "ms",
                          fmt::format("lasts {} ms; at most {} ms are allowed",
                                      roundedUp(measured),
                                      plainNumber(inMilliseconds(limit)))});
}

}  // namespace subs::rules_of
