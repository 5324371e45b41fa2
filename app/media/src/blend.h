// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/media/picture.h>

#include "ass_handles.h"

namespace subs::media {

/// Lays the images of a libass frame over `picture`, in their order. Only the pixels that they
/// cover are touched, and what lies outside of the picture is left out.
void blend(const ASS_Image* images, Picture& picture);

}  // namespace subs::media
