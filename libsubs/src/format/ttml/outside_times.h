// SPDX-License-Identifier: MIT
#pragma once

#include "format/still_times.h"

#include <string_view>

namespace subs::ttml {

/// The pictures and animations of a file that are in no paragraph and have times: their own, or of
/// a picture those of what is around it.
StillTimes outsideTimesIn(std::string_view text);

}  // namespace subs::ttml
