// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ffmpeg.h"

#include <cstddef>
#include <map>

namespace subs::media {

/// Decoded frames by number, within a budget of bytes. Holds references to FFmpeg's buffers, no
/// copies.
class FrameCache {
public:
    explicit FrameCache(std::size_t budget) : budget_(budget) {}

    /// The frame, borrowed until the next `add`; null where it is not held.
    const AVFrame* find(std::size_t number) const;
    /// Holds a reference to `frame`. Over the budget, what lies farthest from `wanted` goes first.
    void add(std::size_t number, const AVFrame& frame, std::size_t wanted);
    /// How many frames as large as `frame` the budget holds; at least 2.
    std::size_t capacityFor(const AVFrame& frame) const;

private:
    std::size_t budget_;
    std::size_t used_ = 0;
    std::map<std::size_t, FrameHandle> frames_;
};

}  // namespace subs::media
