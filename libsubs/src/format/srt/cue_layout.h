// SPDX-License-Identifier: MIT
#pragma once

#include "format/srt/time_line.h"

#include <optional>
#include <string_view>

namespace subs::srt {

/// Where the parts of a cue are in its stretch of the file.
struct CueLayout {
    ByteRange label;      ///< Without the spaces around it; empty where there is none.
    ByteRange labelLine;  ///< With its line end and the blank lines behind it.
    ByteRange timeLine;   ///< Without its line end.
    TimeLine times;       ///< Its stretches count from the beginning of `timeLine`.
    ByteRange body;  ///< The lines of text, with their line ends, up to the end of the stretch.
};

/// The parts of a cue's stretch, as the reader cut it; nothing where it is none.
std::optional<CueLayout> layoutOf(std::string_view stretch);

}  // namespace subs::srt
