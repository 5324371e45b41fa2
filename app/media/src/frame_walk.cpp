// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame_walk.h"

#include <utility>

namespace subs::media {
namespace {

/// Frames that may fail when there is no packet any more: more than threads hold.
constexpr int kMostFailures = 256;

}  // namespace

FrameWalk::FrameWalk(Container& container,
                     const AVStream& stream,
                     const FilmIndex& index,
                     CodecContext codec,
                     std::size_t first)
    : container_(&container),
      stream_(&stream),
      index_(&index),
      codec_(std::move(codec)),
      packet_(av_packet_alloc()),
      frame_(av_frame_alloc()),
      next_(first) {}

Result<FrameWalk> FrameWalk::open(Container& container,
                                  const AVStream& stream,
                                  const FilmIndex& index,
                                  std::size_t first) {
    auto codec = openDecoder(container, stream, 0);
    if (!codec) return tl::unexpected(codec.error());
    keepOnly(container, stream);
    FrameWalk walk(container, stream, index, std::move(*codec), first);
    walk.seek();
    return walk;
}

/// To the key before the first frame, or one earlier, since frames that are shown before a key may
/// come behind it; else to the start.
void FrameWalk::seek() {
    if (index_->hasStamps && !index_->keys.empty() && next_ < index_->frames.size()) {
        const std::size_t key = index_->keyBefore(next_).value_or(0);
        const std::int64_t stamp = index_->keys[key > 0 ? key - 1 : 0].stamp;
        AVFormatContext* context = container_->context.get();
        isSought_ = av_seek_frame(context, stream_->index, stamp, AVSEEK_FLAG_BACKWARD) >= 0;
        if (isSought_) return;
    }
    seekToStart(*container_, *stream_);
}

/// True where a seek went too far, which those of transport streams do: all is read from the start.
bool FrameWalk::startsAnew(std::size_t number) {
    const bool isTooFar = std::exchange(isSought_, false) && number > next_;
    if (!isTooFar) return false;
    avcodec_flush_buffers(codec_.get());
    seekToStart(*container_, *stream_);
    return true;
}

Result<std::optional<FrameWalk::Step>> FrameWalk::next() {
    while (true) {
        if (container_->interrupt->stop.stop_requested())
            return tl::unexpected(mediaError(*container_, AVERROR_EXIT));
        const int result = avcodec_receive_frame(codec_.get(), frame_.get());
        if (result == AVERROR_EOF) return std::nullopt;
        if (result < 0) {
            if (result != AVERROR(EAGAIN)) ++damaged_;
            if (!feed() && ++failedAtEnd_ > kMostFailures) return std::nullopt;
            continue;
        }
        if (frame_->decode_error_flags != 0 || (frame_->flags & AV_FRAME_FLAG_CORRUPT)) ++damaged_;
        const auto number = numberOf(*frame_);
        if (!number || startsAnew(*number) || *number < next_) continue;
        next_ = *number + 1;
        return Step{*number, frame_.get()};
    }
}

/// Gives the decoder the stream's next packet; false where there is none, which it is told.
bool FrameWalk::feed() {
    while (av_read_frame(container_->context.get(), packet_.get()) >= 0) {
        const bool isOurs = packet_->stream_index == stream_->index;
        if (isOurs && avcodec_send_packet(codec_.get(), packet_.get()) < 0) ++damaged_;
        av_packet_unref(packet_.get());
        if (isOurs) return true;
    }
    avcodec_send_packet(codec_.get(), nullptr);
    return false;
}

std::optional<std::size_t> FrameWalk::numberOf(const AVFrame& frame) {
    if (!index_->hasStamps) return counted_++;
    return index_->frameOf(frame);
}

}  // namespace subs::media
