// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <cstdint>

namespace subs {

/// Where the second of two languages stands in the picture.
enum class SecondPlace : std::uint8_t {
    Top,    ///< In the top row.
    Above,  ///< Above the first at the bottom, with room for two lines of it.
    Below,  ///< At the bottom, and the first above it likewise.
};

/// Two tracks in one, each with its own times and in styles of its own: nothing is moved, joined or
/// repeated. The first keeps its file, so that what is not a cue is written as it was. A track
/// without styles gets one, named by its language. Where both have a style of one name, that of the
/// second gets its language added. The second is in sizes of the first's canvas (`scaledTo`). Cues
/// in the order of time. O(n log n).
Document inTwoStyles(const Document& first, const Document& second, SecondPlace place);

}  // namespace subs
