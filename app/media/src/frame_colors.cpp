// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame_colors.h"

#include <algorithm>
#include <cmath>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace subs::media {
namespace {

constexpr int kHighDefinitionLines = 720;

using Color = std::array<double, 3>;

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

/// IEC 61966-2-1: sRGB to light.
double lightOf(double code) {
    return code <= 0.04045 ? code / 12.92 : std::pow((code + 0.055) / 1.055, 2.4);
}

/// ITU-R BT.2087-0: light of BT.709's primaries in those of BT.2020.
Color inWidePrimaries(const Color& light) {
    constexpr std::array<Color, 3> kRows{
        {{0.6274, 0.3293, 0.0433}, {0.0691, 0.9195, 0.0114}, {0.0164, 0.0880, 0.8956}}};
    Color wide{};
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t j = 0; j < 3; ++j)
            wide.at(i) += kRows.at(i).at(j) * light.at(j);
    return wide;
}

/// ITU-R BT.2100-2, table 4, of light whose 1 is the white of graphics.
double perceptual(double light) {
    constexpr double kWhite = 203.0 / 10000;
    constexpr double kM1 = 2610.0 / 16384;
    constexpr double kM2 = 2523.0 / 4096 * 128;
    constexpr double kC1 = 3424.0 / 4096;
    constexpr double kC2 = 2413.0 / 4096 * 32;
    constexpr double kC3 = 2392.0 / 4096 * 32;
    const double power = std::pow(light * kWhite, kM1);
    return std::pow((kC1 + kC2 * power) / (1 + kC3 * power), kM2);
}

/// ITU-R BT.2100-2, table 5, of light whose 1 is the white of graphics: 75 % of the signal.
double hybrid(double light) {
    constexpr double kWhite = 0.2650;  // the scene's light at 75 %
    constexpr double kA = 0.17883277;
    constexpr double kB = 1 - 4 * kA;
    const double scene = light * kWhite;
    if (scene <= 1.0 / 12) return std::sqrt(3 * scene);
    const double c = 0.5 - kA * std::log(4 * kA);
    return kA * std::log(12 * scene - kB) + c;
}

Color signalOf(const AVFrame& frame, Color color) {
    if (!isHighDynamicRange(frame)) return color;
    for (double& part : color)
        part = lightOf(part);
    color = inWidePrimaries(color);
    const bool isPerceptual = frame.color_trc == AVCOL_TRC_SMPTE2084;
    for (double& part : color)
        part = isPerceptual ? perceptual(part) : hybrid(part);
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

bool isHighDynamicRange(const AVFrame& frame) {
    return frame.color_trc == AVCOL_TRC_SMPTE2084 || frame.color_trc == AVCOL_TRC_ARIB_STD_B67;
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
