// SPDX-License-Identifier: MIT
#pragma once

#include <cmath>
#include <string_view>

namespace subs {

/// How high the letters of a font are by `Style::fontSize`, in its em: OS/2 usWinAscent and
/// usWinDescent together, which is what libass and VSFilter give that size to (text/measure.h).
/// TTML (tts:fontSize, TTML2 §10.2.18) and cinema files (Size, ST 428-7 §6.7) give the em: theirs
/// times this is ours. Of a font that is not known here it is that of Noto Sans.
constexpr double heightOfEm(std::string_view fontName) {
    constexpr double kNotoSans = 1.069 + 0.293;
    constexpr double kBattambang = 1.221 + 0.586;
    return fontName == "Khmer OS Battambang" ? kBattambang : kNotoSans;
}

/// A size that was worked out, to a thousandth, so that files that print it stay readable.
inline double tidySize(double size) {
    constexpr double kThousand = 1000;
    return std::round(size * kThousand) / kThousand;
}

}  // namespace subs
