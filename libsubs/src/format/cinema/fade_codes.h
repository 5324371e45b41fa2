// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>

#include "format/cinema/time_code.h"
#include "format/fades.h"

#include <string>

// How long a subtitle takes to come and to go, which a file says in its units (SMPTE ST 428-7,
// FadeUpTime and FadeDownTime).
namespace subs::cinema {

/// The code of a fade that lasts `time`: the nearest unit, the last part of `digits` digits.
std::string fadeCode(Time time, const Units& units, std::size_t digits);

/// Reports what the fades of `cue` lose where they are no whole units: one that is shorter than
/// half a unit is none.
void planFades(const Cue& cue, const Units& units, LossReport& losses);

}  // namespace subs::cinema
