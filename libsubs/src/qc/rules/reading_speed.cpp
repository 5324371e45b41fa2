// SPDX-License-Identifier: MIT
#include "qc/rule.h"
#include "qc/wording.h"

#include <fmt/format.h>

namespace subs::rules_of {

void readingSpeed(const RuleContext& context, Violations& violations) {
    const Time duration = context.cue.duration();
    if (!context.profile.maxSpeed || duration <= Time()) return;
    const double limit = *context.profile.maxSpeed;
    const CountUnit unit = context.profile.speedUnit;
    const auto count = static_cast<double>(counted(context.cue.text.plain, unit));
    const auto flicks = static_cast<double>(duration.flicks());
    // Multiplied out, so that a speed of exactly the limit is never above it.
    if (count * static_cast<double>(Time::kPerSecond) <= limit * flicks) return;
    const double speed = count * static_cast<double>(Time::kPerSecond) / flicks;
    const std::string most = plainNumber(limit);
    violations.push_back({{},
                          speed,
                          limit,
                          fmt::format("{}/s", nameOf(unit)),
                          fmt::format("is to be read at {} a second; {} {} allowed",
                                      quantity(roundedUp(speed), wordFor(unit)),
                                      most,
                                      isOrAre(most))});
}

}  // namespace subs::rules_of
