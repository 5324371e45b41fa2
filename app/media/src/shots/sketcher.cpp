// SPDX-License-Identifier: GPL-3.0-or-later
#include "sketcher.h"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <cstdint>
#include <type_traits>
#include <vector>

namespace subs::media {
namespace {

constexpr int kMostRows = 8;

/// The beginning of part `index` of `parts` of a length; each has one at the least.
int beginOf(int index, int parts, int length) {
    return static_cast<int>(std::int64_t{index} * length / parts);
}

/// A plane of 8 bits or more a sample, `bits` of which count.
struct Plane {
    const std::uint8_t* data = nullptr;
    std::ptrdiff_t stride = 0;
    int width = 0;
    int height = 0;
    int bits = 8;
};

/// Columns are summed over the rows first, which compilers make wide instructions of.
template <class Sample>
void shrink(const Plane& plane, std::uint8_t* small, int smallWidth, int smallHeight) {
    using Sum = std::conditional_t<sizeof(Sample) == 1, std::uint16_t, std::uint32_t>;
    const auto width = static_cast<std::size_t>(plane.width);
    std::vector<Sum> columns(width);
    for (int y = 0; y < smallHeight; ++y) {
        const int top = beginOf(y, smallHeight, plane.height);
        const int tall = std::max(beginOf(y + 1, smallHeight, plane.height) - top, 1);
        const int rows = std::min(tall, kMostRows);
        std::fill(columns.begin(), columns.end(), Sum{0});
        for (int row = 0; row < rows; ++row) {
            const auto* samples = reinterpret_cast<const Sample*>(
                plane.data + plane.stride * (top + (2 * row + 1) * tall / (2 * rows)));
            for (std::size_t x = 0; x < width; ++x)
                columns[x] = static_cast<Sum>(columns[x] + samples[x]);
        }
        for (int x = 0; x < smallWidth; ++x) {
            const int left = beginOf(x, smallWidth, plane.width);
            const int wide = std::max(beginOf(x + 1, smallWidth, plane.width) - left, 1);
            std::uint32_t sum = 0;
            for (int column = left; column < left + wide; ++column)
                sum += columns[static_cast<std::size_t>(column)] >>
                       (sizeof(Sample) == 1 ? 0 : plane.bits - 8);
            const auto count = static_cast<std::uint32_t>(rows * wide);
            *small++ =
                static_cast<std::uint8_t>(std::min<std::uint32_t>((sum + count / 2) / count, 255));
        }
    }
}

void shrink(const Plane& plane, std::uint8_t* small, int smallWidth, int smallHeight) {
    if (plane.bits > 8)
        shrink<std::uint16_t>(plane, small, smallWidth, smallHeight);
    else
        shrink<std::uint8_t>(plane, small, smallWidth, smallHeight);
}

Plane planeOf(const AVFrame& frame, const AVPixFmtDescriptor& format, int number) {
    const bool isChroma = number > 0;
    return {frame.data[number],
            frame.linesize[number],
            isChroma ? AV_CEIL_RSHIFT(frame.width, format.log2_chroma_w) : frame.width,
            isChroma ? AV_CEIL_RSHIFT(frame.height, format.log2_chroma_h) : frame.height,
            format.comp[number].depth};
}

/// Whether each plane holds one component, luma first, in bytes or in words of this machine.
bool isPlain(const AVPixFmtDescriptor& format) {
    constexpr std::uint64_t kOther = AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL |
                                     AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_HWACCEL |
                                     AV_PIX_FMT_FLAG_FLOAT | AV_PIX_FMT_FLAG_BE;
    if ((format.flags & kOther) != 0) return false;
    const int colours = format.nb_components >= 3 ? 3 : 1;
    for (int i = 0; i < colours; ++i) {
        const AVComponentDescriptor& component = format.comp[i];
        const bool isByte = component.depth == 8 && component.step == 1;
        const bool isWord = component.depth > 8 && component.depth <= 16 && component.step == 2;
        if (component.plane != i || component.shift != 0 || component.offset != 0 ||
            !(isByte || isWord))
            return false;
    }
    return true;
}

void drawPlain(const AVFrame& frame, const AVPixFmtDescriptor& format, Sketch& sketch) {
    shrink(planeOf(frame, format, 0), sketch.luma.data(), Sketch::kWidth, Sketch::kHeight);
    if (format.nb_components < 3) {
        sketch.blue.fill(128);
        sketch.red.fill(128);
        return;
    }
    shrink(
        planeOf(frame, format, 1), sketch.blue.data(), Sketch::kChromaWidth, Sketch::kChromaHeight);
    shrink(
        planeOf(frame, format, 2), sketch.red.data(), Sketch::kChromaWidth, Sketch::kChromaHeight);
}

}  // namespace

bool Sketcher::draw(const AVFrame& frame, Sketch& sketch) {
    const AVPixFmtDescriptor* format =
        av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    if (format == nullptr || frame.width <= 0 || frame.height <= 0) return false;
    if (!isPlain(*format)) return drawConverted(frame, sketch);
    drawPlain(frame, *format, sketch);
    return true;
}

bool Sketcher::drawConverted(const AVFrame& frame, Sketch& sketch) {
    if (frame.width != width_ || frame.height != height_ || frame.format != format_) {
        width_ = frame.width;
        height_ = frame.height;
        format_ = frame.format;
        scaler_.reset(sws_getContext(width_,
                                     height_,
                                     static_cast<AVPixelFormat>(format_),
                                     Sketch::kWidth,
                                     Sketch::kHeight,
                                     AV_PIX_FMT_YUV420P,
                                     SWS_AREA,
                                     nullptr,
                                     nullptr,
                                     nullptr));
    }
    if (!scaler_) return false;
    std::uint8_t* const planes[] = {sketch.luma.data(), sketch.blue.data(), sketch.red.data()};
    const int strides[] = {Sketch::kWidth, Sketch::kChromaWidth, Sketch::kChromaWidth};
    return sws_scale(scaler_.get(), frame.data, frame.linesize, 0, frame.height, planes, strides) ==
           Sketch::kHeight;
}

}  // namespace subs::media
