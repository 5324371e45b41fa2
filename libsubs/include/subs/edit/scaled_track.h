// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace subs {

/// Something of a cue that counts on a canvas and has the numbers of another one.
struct Unscaled {
    enum class What : std::uint8_t { Tag, Effect };

    std::size_t place = 0;  ///< Of the cue in its document.
    What what = What::Tag;
    std::string words;  ///< As it stands there: "\\jitter(1,2)", "Scroll up;10;50;20".

    friend bool operator==(const Unscaled&, const Unscaled&) = default;
};

struct ScaledTrack {
    Document document;
    std::vector<Unscaled> unscaled;  ///< In the order of the cues.
};

/// `track` as it looks the same on `canvas`: styles, margins of cues, sizes of letters, and what
/// tags of ASS say of places, clips, drawings, sizes, distances, outlines, shadows and blurs.
/// Places and distances across go by the width, all else by the height. Tags that are not known,
/// and effects (`Banner`, `Scroll up`), stay as they are and are named. Breaks that are lines or
/// spaces by the canvas' wrap style (`\n`) become what they were, where it has another. A track
/// without a canvas stays as it is. O(n).
ScaledTrack scaledTo(Document track, const Canvas& canvas);

}  // namespace subs
