// SPDX-License-Identifier: MIT
#include "format/font_sizes.h"

#include <subs/model/document.h>

#include <array>
#include <cmath>
#include <cstddef>

namespace subs {
namespace {

/// The sizes 1 to 7 of HTML, as multiples of the usual one.
constexpr std::array<double, 7> kHtmlSizes = {0.63, 0.82, 1, 1.13, 1.5, 2, 3};
/// The height that players take for a file without a canvas (VSFilter, libass, FFmpeg).
constexpr double kPlayerHeight = 288;

}  // namespace

double sizeOnCanvas(double size, double usual) {
    const bool isOfHtml = size >= 1 && size <= kHtmlSizes.size() && std::floor(size) == size;
    return isOfHtml ? kHtmlSizes[static_cast<std::size_t>(size) - 1] * usual
                    : size * Canvas().height / kPlayerHeight;
}

}  // namespace subs
