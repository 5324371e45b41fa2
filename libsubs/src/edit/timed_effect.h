// SPDX-License-Identifier: MIT
#pragma once

#include <string_view>

namespace subs {

/// True of an effect that moves a cue over the picture, from its beginning on and by so many units
/// of the canvas: `Banner`, `Scroll up` and `Scroll down` (ASS specification, appendix C).
inline bool isTimedEffect(std::string_view effect) {
    return effect.starts_with("Banner;") || effect.starts_with("Scroll up;") ||
           effect.starts_with("Scroll down;");
}

}  // namespace subs
