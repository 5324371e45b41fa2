// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

#include "format/marked_text.h"
#include "format/ttml/names.h"

#include <string_view>
#include <vector>

namespace subs::ttml {

/// `marks` of `text`, in the order of their beginnings, with its ruby: a container for each text
/// that is set above a word, with what is before it as its base. A container holds a base and a
/// text and nothing else (TTML2, tts:ruby), so that marks which begin or end inside of it are
/// parted at its edges and between the two, and are inside of these. `close` is the end tag of a
/// span. O(n log n), and n² in rubies.
std::vector<Mark> withRuby(std::vector<Mark> marks,
                           const CueText& text,
                           const Names& names,
                           std::string_view close);

}  // namespace subs::ttml
