// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/format/format.h>
#include <subs/job/timeline_source.h>

#include "format/own_rate.h"

#include <optional>

namespace subs {

/// What is to be said of a file that counts frames of the rate `own`, written in `format`, its own,
/// though `asked` has another: "convert.other-rate".
Diagnostic otherRateRemark(const OwnRate& own, const Format& format, const KnownFrames& asked);

}  // namespace subs
