// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/style.h>

#include <string>

namespace subs {

/// True where `style`, which may be null, gives texts another colour than white, which those
/// without a style have.
inline bool isColored(const Style* style) {
    constexpr unsigned kWhite = 0xFF;
    return style != nullptr &&
           (unsigned{style->primary.red} & style->primary.green & style->primary.blue) != kWhite;
}

/// "#RRGGBB", as spans have colours; how much shines through is not in it.
std::string hexText(const Color& color);

}  // namespace subs
