// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame_cache.h"

#include <algorithm>

namespace subs::media {
namespace {

std::size_t bytesOf(const AVFrame& frame) {
    std::size_t bytes = 0;
    for (const AVBufferRef* buffer : frame.buf) {
        if (buffer != nullptr) bytes += buffer->size;
    }
    return std::max<std::size_t>(bytes, 1);
}

std::size_t distance(std::size_t a, std::size_t b) {
    return a > b ? a - b : b - a;
}

}  // namespace

const AVFrame* FrameCache::find(std::size_t number) const {
    const auto found = frames_.find(number);
    return found == frames_.end() ? nullptr : found->second.get();
}

void FrameCache::add(std::size_t number, const AVFrame& frame, std::size_t wanted) {
    if (frames_.contains(number)) return;
    FrameHandle held(av_frame_clone(&frame));
    if (!held) return;
    used_ += bytesOf(*held);
    frames_.emplace(number, std::move(held));
    while (used_ > budget_ && frames_.size() > 1) {
        const auto first = frames_.begin();
        const auto last = std::prev(frames_.end());
        const auto far =
            distance(first->first, wanted) > distance(last->first, wanted) ? first : last;
        used_ -= bytesOf(*far->second);
        frames_.erase(far);
    }
}

std::size_t FrameCache::capacityFor(const AVFrame& frame) const {
    return std::max<std::size_t>(budget_ / bytesOf(frame), 2);
}

}  // namespace subs::media
