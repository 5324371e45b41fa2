// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include <optional>
#include <string>
#include <string_view>

namespace subs::srt {

/// The body `original` (lines with their line ends) with as few bytes changed as make it say the
/// text of `cue` (markup_patch.h), new lines parted by `newline`. Nothing where that does not do,
/// so that the body has to be written anew: for another alignment, for a text that comes or goes,
/// begins or ends with a blank line, or would be read as markup.
std::optional<std::string> patchedBody(std::string_view original,
                                       const Cue& cue,
                                       std::string_view newline);

}  // namespace subs::srt
