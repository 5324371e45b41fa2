// SPDX-License-Identifier: GPL-3.0-or-later
#include "blend.h"

#include <algorithm>
#include <cstdint>

namespace subs::media {
namespace {

/// `value` / 255 to the nearest, for values up to 255 * 255.
constexpr std::uint32_t dividedBy255(std::uint32_t value) {
    return (value + 128 + ((value + 128) >> 8)) >> 8;
}

void mix(std::uint8_t& channel, std::uint32_t color, std::uint32_t cover) {
    channel = static_cast<std::uint8_t>(dividedBy255(channel * (255 - cover) + color * cover));
}

/// One row of `image` over the pixels from `pixel` on. libass: colour is red, green, blue,
/// transparency from the top byte.
void blendRow(const ASS_Image& image, const unsigned char* bitmap, int count, std::uint8_t* pixel) {
    const std::uint32_t red = image.color >> 24;
    const std::uint32_t green = image.color >> 16 & 255;
    const std::uint32_t blue = image.color >> 8 & 255;
    const std::uint32_t opacity = 255 - (image.color & 255);
    for (int x = 0; x < count; ++x, pixel += 4) {
        if (bitmap[x] == 0) continue;
        const std::uint32_t cover = dividedBy255(bitmap[x] * opacity);
        mix(pixel[0], blue, cover);
        mix(pixel[1], green, cover);
        mix(pixel[2], red, cover);
    }
}

void blendImage(const ASS_Image& image, Picture& picture) {
    const int left = std::max(image.dst_x, 0);
    const int right = std::min(image.dst_x + image.w, picture.width);
    const int top = std::max(image.dst_y, 0);
    const int bottom = std::min(image.dst_y + image.h, picture.height);
    if (left >= right) return;
    for (int y = top; y < bottom; ++y) {
        const unsigned char* bitmap = image.bitmap +
                                      static_cast<std::ptrdiff_t>(y - image.dst_y) * image.stride +
                                      (left - image.dst_x);
        std::uint8_t* row = picture.pixels.data() + static_cast<std::size_t>(y) * picture.stride();
        blendRow(image, bitmap, right - left, row + static_cast<std::ptrdiff_t>(left) * 4);
    }
}

}  // namespace

void blend(const ASS_Image* images, Picture& picture) {
    for (const ASS_Image* image = images; image != nullptr; image = image->next)
        blendImage(*image, picture);
}

}  // namespace subs::media
