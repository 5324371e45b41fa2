// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/cue_painter.h>

#include "ass_handles.h"
#include "ass_stage.h"

namespace subs::media {

/// The images of a libass frame laid over each other on nothing, cut to what is not transparent and
/// lies on a canvas of `size`. Whole numbers only, so that all machines have the same pixels.
CuePicture inkOf(const ASS_Image* images, FrameSize size);

}  // namespace subs::media
