// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/format/loss_report.h>

#include "format/ttml/edit_context.h"
#include "format/xml/tag_text.h"

#include <optional>
#include <string_view>

namespace subs::ttml {

/// The times of a cue as they are read of its tag.
struct ReadTimes {
    Time start;
    std::optional<Time> end;
};

/// Writes the times of `cue` into `tag`, which has `timing` in its file and is read as `read`;
/// `active` is when its region is, for a cue that is shown then. `losses`, which may be null, is
/// told what the times lose. Answers the times of the cue; of edges that were put on the frames of
/// a film, the beginnings of these. Errors: a cue that shall be shown when what is around it is
/// not.
Result<ReadTimes> putTimes(TagText& tag,
                           const Cue& cue,
                           const TimedElement& timing,
                           const std::optional<Interval>& active,
                           const std::optional<ReadTimes>& read,
                           const EditContext& context,
                           LossReport* losses = nullptr);

/// Writes a time into attribute `name`, in the form that the tag has its times in, where that is
/// exact enough; time codes of SMPTE have no other.
void putTime(TagText& tag, std::string_view name, Fraction seconds, const Parameters& parameters);

}  // namespace subs::ttml
