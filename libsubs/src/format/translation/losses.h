// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/cue.h>

#include "format/translation/dialect.h"

namespace subs::translation {

/// What of `cue` is lost in a unit that is written anew: hardly anything.
void planCue(const Cue& cue, Dialect dialect, LossReport& losses);

}  // namespace subs::translation
