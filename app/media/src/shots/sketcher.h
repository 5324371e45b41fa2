// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ffmpeg.h"
#include "sketch.h"

namespace subs::media {

/// Draws sketches of decoded frames: each sample is the mean of its part of the picture, of which
/// eight rows at the most are read, evenly spread. Planar YUV and grey of 8 to 16 bits directly,
/// all other formats through libswscale. One for a film, since it keeps what it needs.
class Sketcher {
public:
    /// False where the frame's format cannot be read here.
    bool draw(const AVFrame& frame, Sketch& sketch);

private:
    bool drawConverted(const AVFrame& frame, Sketch& sketch);

    Scaler scaler_;
    int width_ = 0, height_ = 0, format_ = AV_PIX_FMT_NONE;  ///< What `scaler_` is made for.
};

}  // namespace subs::media
