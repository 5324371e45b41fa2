// SPDX-License-Identifier: MIT
#pragma once

namespace subs {

/// The size that a span of `FontSize` says in a document without a canvas (SubRip's
/// `<font size="…">`), in units of the usual canvas (`Canvas()`). Whole numbers from 1 to 7 are the
/// sizes of HTML, multiples of `usual`, the size of the letters around; others count in lines of a
/// picture 288 high, which players take for such a file. `size` is above 0.
double sizeOnCanvas(double size, double usual);

}  // namespace subs
