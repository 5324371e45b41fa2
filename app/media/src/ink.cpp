// SPDX-License-Identifier: GPL-3.0-or-later
#include "ink.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace subs::media {
namespace {

/// What covers a pixel wholly: the product of a coverage and an opacity of 255 each.
constexpr std::uint64_t kFull = std::uint64_t{255} * 255;

/// Red, green and blue times the cover, of up to 255 × kFull, and the cover itself.
struct Pixel {
    std::array<std::uint32_t, 3> colors{};
    std::uint32_t cover = 0;
};

/// What is left of `below` under a cover; to the nearest.
std::uint32_t under(std::uint32_t below, std::uint64_t cover) {
    return static_cast<std::uint32_t>((below * (kFull - cover) + kFull / 2) / kFull);
}

void lay(const std::array<std::uint32_t, 3>& colors, std::uint32_t cover, Pixel& pixel) {
    for (std::size_t i = 0; i < colors.size(); ++i)
        pixel.colors[i] = colors[i] * cover + under(pixel.colors[i], cover);
    pixel.cover = cover + under(pixel.cover, cover);
}

/// The part of `image` that is on a canvas.
PixelBox boxOf(const ASS_Image& image, FrameSize size) {
    const int left = std::max(image.dst_x, 0);
    const int top = std::max(image.dst_y, 0);
    return {left,
            top,
            std::min(image.dst_x + image.w, size.width) - left,
            std::min(image.dst_y + image.h, size.height) - top};
}

PixelBox boxAround(const PixelBox& a, const PixelBox& b) {
    if (a.isEmpty() || b.isEmpty()) return a.isEmpty() ? b : a;
    const int left = std::min(a.left, b.left);
    const int top = std::min(a.top, b.top);
    return {
        left, top, std::max(a.right(), b.right()) - left, std::max(a.bottom(), b.bottom()) - top};
}

/// Pixels of a part of the canvas.
class Sheet {
public:
    explicit Sheet(const PixelBox& box) : box_(box), pixels_(areaOf(box)) {}

    /// libass: colour is red, green, blue, transparency from the top byte.
    void lay(const ASS_Image& image, FrameSize size) {
        const PixelBox box = boxOf(image, size);
        if (box.isEmpty()) return;
        const std::array<std::uint32_t, 3> colors{
            image.color >> 24U, image.color >> 16U & 255U, image.color >> 8U & 255U};
        const std::uint32_t opacity = 255 - (image.color & 255U);
        for (int y = box.top; y < box.bottom(); ++y) {
            const unsigned char* row =
                image.bitmap + static_cast<std::ptrdiff_t>(y - image.dst_y) * image.stride;
            for (int x = box.left; x < box.right(); ++x)
                if (const std::uint32_t cover = row[x - image.dst_x] * opacity; cover != 0)
                    media::lay(colors, cover, at(x, y));
        }
    }

    /// The smallest box with all pixels that can be seen.
    PixelBox inkBox() {
        int left = box_.right();
        int right = box_.left;
        int top = box_.bottom();
        int bottom = box_.top;
        for (int y = box_.top; y < box_.bottom(); ++y) {
            for (int x = box_.left; x < box_.right(); ++x) {
                if (opacityOf(at(x, y)) == 0) continue;
                left = std::min(left, x);
                right = std::max(right, x + 1);
                top = std::min(top, y);
                bottom = y + 1;
            }
        }
        return left < right ? PixelBox{left, top, right - left, bottom - top} : PixelBox();
    }

    std::vector<std::uint8_t> straight(const PixelBox& box) {
        std::vector<std::uint8_t> bytes;
        bytes.reserve(areaOf(box) * 4);
        for (int y = box.top; y < box.bottom(); ++y)
            for (int x = box.left; x < box.right(); ++x)
                append(at(x, y), bytes);
        return bytes;
    }

private:
    static std::size_t areaOf(const PixelBox& box) {
        return box.isEmpty()
                   ? 0
                   : static_cast<std::size_t>(box.width) * static_cast<std::size_t>(box.height);
    }

    static std::uint8_t opacityOf(const Pixel& pixel) {
        return static_cast<std::uint8_t>((pixel.cover + 127) / 255);
    }

    static void append(const Pixel& pixel, std::vector<std::uint8_t>& bytes) {
        const std::uint8_t opacity = opacityOf(pixel);
        for (const std::uint32_t color : pixel.colors)
            bytes.push_back(opacity == 0 ? 0
                                         : static_cast<std::uint8_t>(std::min<std::uint32_t>(
                                               (color + pixel.cover / 2) / pixel.cover, 255)));
        bytes.push_back(opacity);
    }

    Pixel& at(int x, int y) {
        const auto row = static_cast<std::size_t>(y - box_.top);
        return pixels_[row * static_cast<std::size_t>(box_.width) +
                       static_cast<std::size_t>(x - box_.left)];
    }

    PixelBox box_;
    std::vector<Pixel> pixels_;
};

}  // namespace

CuePicture inkOf(const ASS_Image* images, FrameSize size) {
    PixelBox all;
    for (const ASS_Image* image = images; image != nullptr; image = image->next)
        all = boxAround(all, boxOf(*image, size));
    Sheet sheet(all);
    for (const ASS_Image* image = images; image != nullptr; image = image->next)
        sheet.lay(*image, size);
    const PixelBox box = sheet.inkBox();
    return {box, sheet.straight(box)};
}

}  // namespace subs::media
