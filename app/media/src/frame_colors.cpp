// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame_colors.h"

#include "light.h"

#include <algorithm>
#include <cmath>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace subs::media {
namespace {

constexpr int kHighDefinitionLines = 720;

/// Parts of red and blue in luma.
struct LumaParts {
    double red;
    double blue;
};

LumaParts partsOf(int matrix) {
    switch (matrix) {
        case SWS_CS_ITU709:
            return {0.2126, 0.0722};
        case SWS_CS_FCC:
            return {0.30, 0.11};
        case SWS_CS_SMPTE240M:
            return {0.212, 0.087};
        case SWS_CS_BT2020:
            return {0.2627, 0.0593};
        default:
            return {0.299, 0.114};
    }
}

Color signalOf(const AVFrame& frame, Color color) {
    if (!isHighDynamicRange(frame.color_trc)) return color;
    for (double& part : color)
        part = lightOfSrgb(part);
    color = inWidePrimaries(color);
    const bool isPq = frame.color_trc == AVCOL_TRC_SMPTE2084;
    const double white = isPq ? kGraphicsWhite : lightOfHlg(0.75);
    for (double& part : color)
        part = isPq ? pqOf(part * white) : hlgOf(part * white);
    return color;
}

}  // namespace

AVPixelFormat plainFormat(int format) {
    switch (format) {
        case AV_PIX_FMT_YUVJ420P:
            return AV_PIX_FMT_YUV420P;
        case AV_PIX_FMT_YUVJ422P:
            return AV_PIX_FMT_YUV422P;
        case AV_PIX_FMT_YUVJ444P:
            return AV_PIX_FMT_YUV444P;
        case AV_PIX_FMT_YUVJ440P:
            return AV_PIX_FMT_YUV440P;
        case AV_PIX_FMT_YUVJ411P:
            return AV_PIX_FMT_YUV411P;
        default:
            return static_cast<AVPixelFormat>(format);
    }
}

bool isFullRange(const AVFrame& frame) {
    return frame.color_range == AVCOL_RANGE_JPEG || plainFormat(frame.format) != frame.format;
}

int colorMatrixOf(const AVFrame& frame) {
    switch (frame.colorspace) {
        case AVCOL_SPC_BT709:
            return SWS_CS_ITU709;
        case AVCOL_SPC_BT470BG:
        case AVCOL_SPC_SMPTE170M:
            return SWS_CS_ITU601;
        case AVCOL_SPC_FCC:
            return SWS_CS_FCC;
        case AVCOL_SPC_SMPTE240M:
            return SWS_CS_SMPTE240M;
        case AVCOL_SPC_BT2020_NCL:
        case AVCOL_SPC_BT2020_CL:
            return SWS_CS_BT2020;
        default:
            return frame.height >= kHighDefinitionLines ? SWS_CS_ITU709 : SWS_CS_ITU601;
    }
}

bool isHighDynamicRange(AVColorTransferCharacteristic transfer) {
    return transfer == AVCOL_TRC_SMPTE2084 || transfer == AVCOL_TRC_ARIB_STD_B67;
}

std::array<int, 3> codedColor(const AVFrame& frame, std::array<std::uint8_t, 3> color) {
    const Color signal = signalOf(frame, {color[0] / 255.0, color[1] / 255.0, color[2] / 255.0});
    const auto [red, blue] = partsOf(colorMatrixOf(frame));
    const double luma = red * signal[0] + (1 - red - blue) * signal[1] + blue * signal[2];
    const double blueness = (signal[2] - luma) / (2 * (1 - blue));
    const double redness = (signal[0] - luma) / (2 * (1 - red));
    const AVPixFmtDescriptor* const format =
        av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    const int depth = format->comp[0].depth;
    const int most = (1 << depth) - 1;
    const int middle = 1 << (depth - 1);
    const double step = 1 << (depth - 8);
    const bool isFull = isFullRange(frame);
    const auto rounded = [&](double code) {
        return std::clamp(static_cast<int>(std::lround(code)), 0, most);
    };
    const double chroma = isFull ? most : 224 * step;
    return {rounded(isFull ? luma * most : (16 + 219 * luma) * step),
            rounded(middle + chroma * blueness),
            rounded(middle + chroma * redness)};
}

}  // namespace subs::media
