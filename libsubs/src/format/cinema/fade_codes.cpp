// SPDX-License-Identifier: MIT
#include "format/cinema/fade_codes.h"

#include <subs/format/features.h>

namespace subs::cinema {

std::string fadeCode(Time time, const Units& units, std::size_t digits) {
    return timeCodeText(nearestUnit(time, units), units, digits);
}

void planFades(const Cue& cue, const Units& units, LossReport& losses) {
    const auto fades = fadesIn(cue.settings);
    if (!fades) return;
    const auto plan = [&](Time time, const std::string& before, std::string after) {
        const std::int64_t unit = nearestUnit(time, units);
        if (timeOfUnit(unit, units) == time) return;
        if (unit == 0)
            return losses.add(feature::kFades, LossSeverity::Dropped, cue.id, before, {});
        after += " " + fadeCode(time, units, unitDigits(units));
        losses.add(feature::kFades, LossSeverity::Approximated, cue.id, before, after);
    };
    plan(fades->up, shownSettings(settingsOf({fades->up, Time()})), "FadeUpTime");
    plan(fades->down, shownSettings(settingsOf({Time(), fades->down})), "FadeDownTime");
}

}  // namespace subs::cinema
