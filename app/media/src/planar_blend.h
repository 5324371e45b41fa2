// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ass_handles.h"
#include "ffmpeg.h"

namespace subs::media {

/// True of the formats that `blend` knows: planes of luma and two differences, 8 to 16 bits each,
/// differences in every pixel or in every second one of a row or a column or both.
bool isPlanarColor(AVPixelFormat format);

/// Lays the images of a libass frame over `frame`, in their order, whose planes are its own to
/// write. Only the pixels that they cover are touched; of differences that several pixels share,
/// the mean of what covers these. What lies outside of the picture is left out.
void blend(const ASS_Image* images, AVFrame& frame);

}  // namespace subs::media
