// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include "format/cinema/spot.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace subs::cinema {

/// Makes a style of what is said around subtitles: the first is "Default", each other look has one
/// of its own. Where the first subtitle of a look stands is the place of the style.
class StyleTable {
public:
    explicit StyleTable(std::string_view language) : language_(language) {}

    /// The style of `spot`. Valid until the next call.
    const Style& styleFor(const Spot& spot);
    std::vector<Style> takeStyles() { return std::move(styles_); }

private:
    Style styleOf(const Spot& spot) const;

    std::string language_;
    std::vector<Style> styles_;
    std::vector<Look> looks_;  ///< Of the styles; without what is never in one.
    std::size_t last_ = 0;
};

/// `heightOfEm` of the font in which a text in `language`, a tag, is shown.
double emHeightFor(std::string_view language);

/// Where the first line of `spot` in the order of reading, or its picture, stands.
Placement placeOf(const Spot& spot);
/// How far from its edge the text is that stands there, in units of the canvas.
Margins marginsOf(const Spot& spot);

}  // namespace subs::cinema
