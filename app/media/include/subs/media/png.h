// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/job/cue_painter.h>
#include <subs/media/picture.h>

#include <string>

namespace subs::media {

/// The bytes of a PNG file: 8 bits a channel, sRGB, without transparency. Error "media.no-picture"
/// for an empty picture.
Result<std::string> encodedPng(const Picture& picture);
/// The same with transparency, straight alpha.
Result<std::string> encodedPng(const CuePicture& picture);

}  // namespace subs::media
