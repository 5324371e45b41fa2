// SPDX-License-Identifier: GPL-3.0-or-later
#include "planar_blend.h"

#include "frame_colors.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace subs::media {
namespace {

constexpr std::uint32_t kOpaque = 255 * 255;

/// How opaque an image is where `x` and `y` are pixels of the picture: up to `kOpaque`.
class Cover {
public:
    explicit Cover(const ASS_Image& image) : image_(image), opacity_(255 - (image.color & 255)) {}

    std::uint32_t at(int x, int y) const {
        const int column = x - image_.dst_x;
        const int row = y - image_.dst_y;
        if (column < 0 || row < 0 || column >= image_.w || row >= image_.h) return 0;
        return image_.bitmap[static_cast<std::ptrdiff_t>(row) * image_.stride + column] * opacity_;
    }

    /// The mean of a block of pixels.
    std::uint32_t of(int x, int y, int width, int height) const {
        std::uint32_t sum = 0;
        for (int row = 0; row < height; ++row)
            for (int column = 0; column < width; ++column)
                sum += at(x + column, y + row);
        return sum / static_cast<std::uint32_t>(width * height);
    }

private:
    const ASS_Image& image_;
    std::uint32_t opacity_;
};

/// One plane of a frame, whose samples stand for blocks of pixels.
struct Plane {
    std::uint8_t* bytes;
    std::ptrdiff_t stride;
    int width;
    int height;
    int blockWidth;
    int blockHeight;
};

template <typename Sample>
void blendPlane(const ASS_Image& image, std::uint32_t color, const Plane& plane) {
    const Cover cover(image);
    const int left = std::max(image.dst_x, 0) / plane.blockWidth;
    const int top = std::max(image.dst_y, 0) / plane.blockHeight;
    const int right =
        std::min((image.dst_x + image.w + plane.blockWidth - 1) / plane.blockWidth, plane.width);
    const int bottom =
        std::min((image.dst_y + image.h + plane.blockHeight - 1) / plane.blockHeight, plane.height);
    for (int y = top; y < bottom; ++y) {
        auto* const row = reinterpret_cast<Sample*>(plane.bytes + y * plane.stride);
        for (int x = left; x < right; ++x) {
            const std::uint32_t part = cover.of(
                x * plane.blockWidth, y * plane.blockHeight, plane.blockWidth, plane.blockHeight);
            if (part == 0) continue;
            const std::uint64_t mixed = std::uint64_t{row[x]} * (kOpaque - part) +
                                        std::uint64_t{color} * part + kOpaque / 2;
            row[x] = static_cast<Sample>(mixed / kOpaque);
        }
    }
}

Plane planeOf(const AVFrame& frame, const AVPixFmtDescriptor& format, std::size_t number) {
    const int acrossShift = number == 0 ? 0 : format.log2_chroma_w;
    const int downShift = number == 0 ? 0 : format.log2_chroma_h;
    return {frame.data[number],
            frame.linesize[number],
            AV_CEIL_RSHIFT(frame.width, acrossShift),
            AV_CEIL_RSHIFT(frame.height, downShift),
            1 << acrossShift,
            1 << downShift};
}

void blendImage(const ASS_Image& image, AVFrame& frame) {
    const AVPixFmtDescriptor& format =
        *av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    const auto byte = [&](int shift) { return static_cast<std::uint8_t>(image.color >> shift); };
    const std::array<int, 3> color = codedColor(frame, {byte(24), byte(16), byte(8)});
    for (std::size_t i = 0; i < color.size(); ++i) {
        const Plane plane = planeOf(frame, format, i);
        const auto code = static_cast<std::uint32_t>(color.at(i));
        if (format.comp[0].depth > 8)
            blendPlane<std::uint16_t>(image, code, plane);
        else
            blendPlane<std::uint8_t>(image, code, plane);
    }
}

}  // namespace

bool isPlanarColor(AVPixelFormat format) {
    const AVPixFmtDescriptor* const known = av_pix_fmt_desc_get(format);
    if (known == nullptr || known->nb_components != 3) return false;
    constexpr std::uint64_t kOthers = AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL |
                                      AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_HWACCEL |
                                      AV_PIX_FMT_FLAG_BE | AV_PIX_FMT_FLAG_FLOAT;
    const bool isOther = (known->flags & kOthers) != 0;
    bool isApart = (known->flags & AV_PIX_FMT_FLAG_PLANAR) != 0;
    for (int i = 0; i < 3; ++i)
        isApart = isApart && known->comp[i].plane == i && known->comp[i].shift == 0 &&
                  known->comp[i].depth == known->comp[0].depth;
    return !isOther && isApart && known->log2_chroma_w <= 1 && known->log2_chroma_h <= 1;
}

void blend(const ASS_Image* images, AVFrame& frame) {
    for (const ASS_Image* image = images; image != nullptr; image = image->next)
        blendImage(*image, frame);
}

}  // namespace subs::media
