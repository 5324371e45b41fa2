// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/style.h>

#include "format/ttml/look.h"
#include "model/em_height.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace subs::ttml {

/// The initial size of letters: their em is a fifteenth of the picture's height (1c, TTML2
/// §10.2.18).
inline constexpr double kInitialRows = 15;

/// `Style::fontSize` of letters of the initial size in that font.
inline double initialSize(std::string_view fontName, std::int32_t canvasHeight) {
    return tidySize(canvasHeight / kInitialRows * heightOfEm(fontName));
}

/// Sizes of letters of one file, in the unit that a document has them in.
class LetterSizes {
public:
    /// `usualFont` has text for which the file names none.
    LetterSizes(std::string_view usualFont, std::int32_t canvasHeight)
        : usualFont_(usualFont), canvasHeight_(canvasHeight) {}

    /// Of letters of factor 1 that look so.
    double unitFor(const Look& look, const Fonts& fonts) const {
        return initialSize(look.font != 0 ? fonts.name(look.font) : usualFont_, canvasHeight_);
    }
    double of(const Look& look, const Fonts& fonts) const {
        return tidySize(look.size * unitFor(look, fonts));
    }

private:
    std::string usualFont_;
    std::int32_t canvasHeight_;
};

}  // namespace subs::ttml
