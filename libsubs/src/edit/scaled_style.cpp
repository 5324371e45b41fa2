// SPDX-License-Identifier: MIT
#include "edit/scaled_style.h"

#include "edit/canvas_scale.h"

namespace subs {

Style scaledStyle(Style style, const std::optional<Canvas>& from, const std::optional<Canvas>& to) {
    const CanvasScale scale = scaleBetween(from.value_or(Canvas()), to.value_or(Canvas()));
    if (scale.isNone()) return style;
    style.fontSize *= scale.size;
    style.spacing *= scale.size;
    style.outline *= scale.border;
    style.shadow *= scale.border;
    style.margins = {scaledLength(style.margins.left, scale.x),
                     scaledLength(style.margins.right, scale.x),
                     scaledLength(style.margins.vertical, scale.y)};
    return style;
}

}  // namespace subs
