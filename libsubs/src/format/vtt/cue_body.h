// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

#include "format/markup_patch.h"
#include "format/vtt/looks.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace subs::vtt {

/// What the text of a cue says.
struct CueBody {
    CueText text;
    std::string speaker;               ///< Where one voice speaks all of it.
    std::vector<std::size_t> ignored;  ///< Where in the text tags stand that mean nothing there.
    std::size_t unclosed = 0;          ///< Tags that hold to the end, voices apart.
    std::vector<ShownStretch> shown;   ///< Which bytes of the markup show which text.
};

/// The text of a cue as WebVTT calls it: the lines of `stretch` joined by '\n', NUL as U+FFFD.
std::string cueTextOf(std::string_view stretch);

/// Reads the text of a cue, as `cueTextOf` makes it. A class that `looks` has a look for is
/// followed by the spans for it.
CueBody parsedBody(std::string_view text, const ClassLooks& looks);

}  // namespace subs::vtt
