// SPDX-License-Identifier: MIT
#pragma once

#include "format/translation/unit_writer.h"

#include <string_view>

namespace subs::translation {

/// `text` parted into what is in `language` (target) and the rest (source), line by line: by what
/// is marked as that language, where nothing is by the script. No target where no line is in it, or
/// where all are.
UnitTexts textsIn(const CueText& text, std::string_view language);

}  // namespace subs::translation
