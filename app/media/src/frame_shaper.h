// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>

#include "converter.h"
#include "ffmpeg.h"

#include <array>

namespace subs::media {

/// Brings decoded frames into a form that can be drawn upon and encoded: in planes (planar_blend.h)
/// of 8 or 10 bits, upright, with square pixels, of even sides. A frame that is so already stays as
/// it is, to the bit; all keep their colours' matrix and range, but for red, green and blue, which
/// become BT.709 or BT.601.
class FrameShaper {
public:
    /// `first` says for all frames what they are brought into.
    FrameShaper(const AVStream& stream, const AVFrame& first);

    Size size() const { return size_; }
    AVPixelFormat format() const { return format_; }

    /// A frame of its own, or one more hold of the same. Error "media.unreadable" for a format that
    /// FFmpeg cannot bring into another.
    Result<FrameHandle> shaped(const AVFrame& frame);

private:
    Result<FrameHandle> scaled(const AVFrame& frame);
    bool prepare(const AVFrame& frame, const AVFrame& result);
    Result<FrameHandle> turned(const AVFrame& stored) const;

    Orientation orientation_;
    Size size_;    ///< As shown.
    Size stored_;  ///< Before it is turned.
    AVPixelFormat format_;
    Scaler scaler_;
    std::array<int, 5> prepared_{};  ///< What `scaler_` was made for.
};

}  // namespace subs::media
