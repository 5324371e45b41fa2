// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/cue_painter.h>

#include "format/cinema/dialect.h"

#include <string>
#include <string_view>

namespace subs {

/// The Image element that shows the picture `id` at `box` on a canvas of `width` × `height`.
/// Vposition and Hposition are per cent of the canvas from its edge to the nearest edge of the
/// picture, by Valign and Halign (ST 428-7, §6.10; DCP-o-matic and libdcp read them so); never from
/// its centre, but for a picture in the very middle of its row. ST 428-7 refers to a picture by its
/// UUID, Interop by the name of a file that is beside the XML.
std::string pictureElement(
    const PixelBox& box, int width, int height, std::string_view id, cinema::Dialect dialect);

/// The name of the picture's file.
std::string pictureFileName(std::string_view id);

}  // namespace subs
