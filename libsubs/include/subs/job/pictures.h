// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/format/format.h>
#include <subs/job/cue_painter.h>

#include <functional>
#include <string>
#include <string_view>

namespace subs {

/// Gets the PNG file of a picture under its name, "0fd3….png", once for all cues that look the
/// same.
using PictureSink = std::function<Result<void>(const std::string& name, std::string_view png)>;

/// Cues as pictures in place of texts, for servers that shape a script badly.
struct PictureOptions {
    CuePainter* painter = nullptr;  ///< Borrowed; needed.
    /// The composition that the pictures lie on, in pixels: cinemas show them as they are, without
    /// scaling. Usually the flat one of 2K (SMPTE ST 429-2).
    int width = 1998;
    int height = 1080;
    /// Where pictures go; needed where the output is no file, beside which they would be written.
    PictureSink put = {};
};

/// Error "pictures.format" for a format that cannot refer to pictures: all but "dcdm" and
/// "interop".
Result<void> checkHoldsPictures(const Format& format);

}  // namespace subs
