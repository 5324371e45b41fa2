// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include "format/ass/text_reader.h"

#include <optional>
#include <string>
#include <string_view>

namespace subs::ass {

/// The field `original` with as few bytes changed as give `text` (markup_patch.h) and `alignment`,
/// whose tag is set. Nothing where that does not do, so that the field has to be written anew.
std::optional<std::string> patchedText(std::string_view original,
                                       const CueText& text,
                                       std::optional<Alignment> alignment,
                                       SoftBreak soft);

}  // namespace subs::ass
