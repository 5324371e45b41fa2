// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ffmpeg.h"

#include <array>
#include <cstdint>

// How decoded pictures say colours.
namespace subs::media {

/// The format that has the same planes and leaves to the frame's own mark what its name says of the
/// range (yuvj420p: yuv420p).
AVPixelFormat plainFormat(int format);

/// True where black is 0 and white the largest number.
bool isFullRange(const AVFrame& frame);

/// The matrix of `frame` as swscale numbers them (SWS_CS_ITU709). An untagged picture of 720 lines
/// or more is BT.709, a smaller one BT.601.
int colorMatrixOf(const AVFrame& frame);

/// True of PQ and HLG (ITU-R BT.2100), whose white is not as bright as a picture can be.
bool isHighDynamicRange(AVColorTransferCharacteristic transfer);

/// Red, green and blue of sRGB, 0 to 255, as luma and the two differences in the numbers of
/// `frame`, whose format has planes of these: by its matrix, range and depth. In a picture of high
/// dynamic range white is 203 cd/m² (ITU-R BT.2408-7, 2.1: the reference white of graphics), 58 %
/// of PQ and 75 % of HLG.
std::array<int, 3> codedColor(const AVFrame& frame, std::array<std::uint8_t, 3> color);

}  // namespace subs::media
