// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

#include "format/cinema/spot.h"
#include "format/markup_patch.h"

#include <string_view>
#include <vector>

namespace subs::cinema {

/// What a subtitle says: the words of a cue.
struct SpotText {
    CueText text;
    /// Which bytes between the element's tags show which text; empty where its lines are not in
    /// the order in which they are read.
    std::vector<ShownStretch> shown;
    /// The lines in the order of reading.
    std::vector<std::size_t> order;
};

/// Reads `spot`, which is in `file`: a line a Text element, ordered from the top down, without the
/// white space that line ends of the file are in. Spans say how letters are other than those of the
/// Font elements around it; slanted and underlined ones are always told. Space, HGroup and Rotate
/// are opaque spans over what they show, pictures opaque points at the end. Sizes are as
/// `styleSize` has them.
SpotText textOf(const Spot& spot, std::string_view file, double emHeight);

}  // namespace subs::cinema
