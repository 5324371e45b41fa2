// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include "format/translation/unit_writer.h"

#include <string>
#include <string_view>

namespace subs::translation {

/// `text` parted into what is in `language` (target) and the rest (source), line by line: by what
/// is marked as that language, where nothing is by the script. No target where no line is in it, or
/// where all are by their script; no source where all are marked. A mark of its language over the
/// whole of a side is not in it; `source` is that of the rest.
UnitTexts textsIn(const CueText& text, std::string_view language, std::string_view source = {});

/// What the sources of `document` are in where lines in `target` are their translations: the
/// document's language; where that is the target's, or none, by the letters of the first sources.
std::string sourceLanguageOf(const Document& document, std::string_view target);

}  // namespace subs::translation
