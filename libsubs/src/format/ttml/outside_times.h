// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include "format/still_times.h"

namespace subs::ttml {

/// What of the file of `document` has times that stay where they are although cues were moved: the
/// pictures and animations that are in no paragraph and have times, their own or of a picture those
/// of what is around it; and in paragraphs whose cues are spans those that do not go along.
StillTimes outsideTimesIn(const Document& document);

}  // namespace subs::ttml
