// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>

#include "format/ttml/edit_context.h"
#include "format/ttml/marks.h"

#include <string>

namespace subs::ttml {

/// What is between the tags of `cue`'s element, with nothing but what changed written anew; `tag`
/// is the element's start tag with the times that the cue has now.
std::string editedContent(const Cue& cue,
                          const Original& original,
                          const EditContext& context,
                          std::string_view tag);

/// What of the text, and of what the file has in it, is lost by that.
void planContent(const Cue& cue,
                 const Original& original,
                 const EditContext& context,
                 std::string_view tag,
                 LossReport& losses);

}  // namespace subs::ttml
