// SPDX-License-Identifier: MIT
#include "edit/scaled_style.h"

#include <cmath>
#include <cstdint>

namespace subs {

Style scaledStyle(Style style, const std::optional<Canvas>& from, const std::optional<Canvas>& to) {
    const double before = from.value_or(Canvas()).height;
    const double after = to.value_or(Canvas()).height;
    if (before <= 0 || after <= 0 || before == after) return style;
    const double factor = after / before;
    const auto times = [&](std::int32_t length) {
        return static_cast<std::int32_t>(std::lround(length * factor));
    };
    style.fontSize *= factor;
    style.spacing *= factor;
    style.outline *= factor;
    style.shadow *= factor;
    style.margins = {
        times(style.margins.left), times(style.margins.right), times(style.margins.vertical)};
    return style;
}

}  // namespace subs
