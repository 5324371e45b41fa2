// SPDX-License-Identifier: GPL-3.0-or-later
#include "video_decoder.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <thread>

namespace subs::media {
namespace {

constexpr std::size_t kCacheBytes = 128 << 20;
/// Frames that may come out after the target's place before it is given up: more than any
/// reordering (H.264 and HEVC: 16).
constexpr std::size_t kMaxReordering = 17;
/// So near a frame that decoding on is cheaper than a seek even where a key lies between.
constexpr std::size_t kNearFrames = 12;
/// Each thread of the decoder holds frames of its own, and is a frame that is decoded behind the
/// one asked for.
constexpr unsigned kMostThreads = 8;

/// Temporal layers of an HEVC stream by its decoder configuration (ISO/IEC 14496-15, 8.3.3.1.2); 0
/// where unknown.
int temporalLayers(const AVCodecParameters& parameters) {
    if (parameters.extradata_size < 23 || parameters.extradata[0] != 1) return 0;
    return (parameters.extradata[21] >> 3) & 7;
}

/// Whether pictures that FFmpeg calls non-reference are needed by no other picture. In HEVC they
/// may be, by a higher temporal layer; other codecs are not known to be safe.
bool nonReferenceIsNeverNeeded(const AVCodecParameters& parameters) {
    switch (parameters.codec_id) {
        case AV_CODEC_ID_H264:
        case AV_CODEC_ID_MPEG1VIDEO:
        case AV_CODEC_ID_MPEG2VIDEO:
        case AV_CODEC_ID_MPEG4:
            return true;
        case AV_CODEC_ID_HEVC:
            return temporalLayers(parameters) == 1;
        default:
            return false;
    }
}

/// One more than there are cores, since one waits for another now and then.
int threads() {
    const unsigned cores = std::thread::hardware_concurrency();
    return static_cast<int>(cores < 2 ? 1 : std::min(cores + 1, kMostThreads));
}

}  // namespace

VideoDecoder::VideoDecoder(Container& container,
                           AVStream& stream,
                           const FilmIndex& index,
                           CodecContext codec)
    : container_(&container),
      stream_(&stream),
      index_(&index),
      codec_(std::move(codec)),
      packet_(av_packet_alloc()),
      decoded_(av_frame_alloc()),
      cache_(kCacheBytes),
      canSkip_(index.hasStamps && nonReferenceIsNeverNeeded(*stream.codecpar)) {}

Result<VideoDecoder> VideoDecoder::open(Container& container,
                                        AVStream& stream,
                                        const FilmIndex& index) {
    auto codec = openDecoder(container, stream, threads());
    if (!codec) return tl::unexpected(codec.error());
    keepOnly(container, stream);
    return VideoDecoder(container, stream, index, std::move(*codec));
}

Result<const AVFrame*> VideoDecoder::frame(std::size_t number, const std::stop_token& stop) {
    const std::size_t keep = keepFrom(number);
    shown_ = number;
    if (const AVFrame* held = cache_.find(number)) return held;

    stop_ = stop;
    Reached reached = canGoOn(number) ? decodeTo(number, keep) : Reached::Beyond;
    if (reached == Reached::Beyond) reached = searchFromKeys(number, keep);
    stop_ = {};
    if (reached == Reached::Target) return cache_.find(number);
    forgetPosition();
    if (reached == Reached::Cancelled) return tl::unexpected(mediaError(*container_, AVERROR_EXIT));
    return failure(
        "media.no-frame",
        fmt::format(
            "cannot show frame {} of {}: it is damaged", number, container_->path.string()));
}

/// From the last key before the frame; where that does not lead to it (a key that is none, a
/// damaged index) from the one before, and at last from the start.
VideoDecoder::Reached VideoDecoder::searchFromKeys(std::size_t target, std::size_t keep) {
    constexpr std::size_t kAttempts = 3;
    auto key = index_->hasStamps ? index_->keyBefore(target) : std::nullopt;
    for (std::size_t attempt = 0; key && attempt < kAttempts; ++attempt) {
        if (seekToKey(*key)) {
            const Reached reached = decodeTo(target, keep);
            if (reached != Reached::Beyond) return reached;
        }
        key = *key == 0 ? std::nullopt : std::optional(*key - 1);
    }
    forgetPosition();
    seekToStart(*container_, *stream_);
    return decodeTo(target, keep);
}

bool VideoDecoder::canGoOn(std::size_t target) const {
    if (!last_ || target <= *last_) return false;
    if (!index_->hasStamps || target - *last_ <= kNearFrames) return true;
    const auto key = index_->keyBefore(target);
    return !key || index_->keys[*key].order <= lastOrder_;
}

std::optional<std::size_t> VideoDecoder::keyOnTheWayTo(std::size_t number) const {
    if (!index_->hasStamps || cache_.find(number) != nullptr) return std::nullopt;
    if (last_ && number > *last_ && number - *last_ <= kNearFrames) return std::nullopt;
    const auto key = index_->keyBefore(number);
    const auto frame = key ? index_->frameOf(index_->keys[*key].stamp) : std::nullopt;
    if (!frame || *frame == number) return std::nullopt;
    const bool isPassed = canGoOn(number) && last_ >= *frame;
    return isPassed ? std::nullopt : frame;
}

/// The first frame that is to be decoded for keeping: the target itself, or a window before it when
/// stepping back.
std::size_t VideoDecoder::keepFrom(std::size_t target) const {
    const bool isStepBack = shown_ && target < *shown_ && *shown_ - target <= window_;
    return isStepBack ? target - std::min(target, window_) : target;
}

VideoDecoder::Reached VideoDecoder::decodeTo(std::size_t target, std::size_t keep) {
    std::size_t beyond = 0;
    while (beyond <= kMaxReordering) {
        const int result = avcodec_receive_frame(codec_.get(), decoded_.get());
        if (result >= 0) {
            take(*decoded_, target);
            av_frame_unref(decoded_.get());
            if (last_ == target) return Reached::Target;
            if (last_ && *last_ > target) ++beyond;
            continue;
        }
        const Fed fed = feedAfter(result, keep);
        if (fed == Fed::Cancelled) return Reached::Cancelled;
        if (fed == Fed::End) break;
    }
    if (draining_) forgetPosition();
    return cache_.find(target) ? Reached::Target : Reached::Beyond;
}

void VideoDecoder::take(const AVFrame& frame, std::size_t target) {
    const auto number = numberOf(frame);
    if (!number) return;
    if (frame.decode_error_flags != 0 || (frame.flags & AV_FRAME_FLAG_CORRUPT)) ++damaged_;
    last_ = number;
    window_ = std::max<std::size_t>(cache_.capacityFor(frame) / 2, 1);
    cache_.add(*number, frame, target);
}

std::optional<std::size_t> VideoDecoder::numberOf(const AVFrame& frame) {
    if (!index_->hasStamps) return counted_++;
    return index_->frameOf(frame);
}

/// Reads the next packet of the stream into `packet_`. False at the end.
bool VideoDecoder::readPacket(int& result) {
    while ((result = av_read_frame(container_->context.get(), packet_.get())) >= 0) {
        if (packet_->stream_index == stream_->index) return true;
        av_packet_unref(packet_.get());
    }
    return false;
}

/// Goes on where the decoder had no frame but answered `result`. The end: nothing more comes out.
VideoDecoder::Fed VideoDecoder::feedAfter(int result, std::size_t keep) {
    const bool isEnd = result == AVERROR_EOF;
    const bool isHungry = result == AVERROR(EAGAIN);
    // Threads of the decoder tell here what they could not make a picture of.
    if (!isEnd && !isHungry) ++damaged_;
    if (!isHungry && draining_) return Fed::End;
    const Fed fed = feed(keep);
    return fed == Fed::End && !isEnd ? Fed::Packet : fed;
}

VideoDecoder::Fed VideoDecoder::feed(std::size_t keep) {
    if (stop_.stop_requested()) return Fed::Cancelled;
    int result = 0;
    if (!hasPacket_ && !readPacket(result)) {
        draining_ = true;
        avcodec_send_packet(codec_.get(), nullptr);
        return Fed::End;
    }
    hasPacket_ = false;
    const bool isBefore =
        packet_->pts != AV_NOPTS_VALUE && packet_->pts < index_->frames[keep].stamp;
    codec_->skip_frame = canSkip_ && isBefore ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
    if (const auto number = index_->frameOf(packet_->pts)) {
        lastOrder_ = std::max(lastOrder_, index_->frames[*number].order);
    }
    if (avcodec_send_packet(codec_.get(), packet_.get()) < 0) ++damaged_;
    av_packet_unref(packet_.get());
    return Fed::Packet;
}

void VideoDecoder::forgetPosition() {
    avcodec_flush_buffers(codec_.get());
    av_packet_unref(packet_.get());
    hasPacket_ = false;
    draining_ = false;
    last_.reset();
    lastOrder_ = -1;
    counted_ = 0;
}

/// Goes to a key. False where the demuxer lands behind it.
bool VideoDecoder::seekToKey(std::size_t key) {
    forgetPosition();
    const KeyPoint& point = index_->keys[key];
    int result =
        av_seek_frame(container_->context.get(), stream_->index, point.stamp, AVSEEK_FLAG_BACKWARD);
    if (result < 0 || !readPacket(result)) return false;
    hasPacket_ = true;
    const auto number = index_->frameOf(packet_->pts);
    return packet_->pts == point.stamp || (number && index_->frames[*number].order <= point.order);
}

/// To a key at or before `stamp`; to the beginning where the container knows of none.
void VideoDecoder::seekTo(std::int64_t stamp) {
    forgetPosition();
    if (av_seek_frame(container_->context.get(), stream_->index, stamp, AVSEEK_FLAG_BACKWARD) < 0)
        seekToStart(*container_, *stream_);
}

/// The stamp of the frame that is on the screen at `stamp`: the last at or before it. Nothing is
/// shown before it is decoded, so that no packet behind one of a later time of decoding has it.
std::optional<std::int64_t> VideoDecoder::stampShownAt(std::int64_t stamp) {
    std::optional<std::int64_t> shown;
    int result = 0;
    for (; !stop_.stop_requested() && readPacket(result); av_packet_unref(packet_.get())) {
        const std::int64_t pts = packet_->pts;
        const bool isShown = (packet_->flags & AV_PKT_FLAG_DISCARD) == 0;
        if (isShown && pts != AV_NOPTS_VALUE && pts <= stamp)
            shown = std::max(pts, shown.value_or(pts));
        if (packet_->dts != AV_NOPTS_VALUE && packet_->dts > stamp) break;
    }
    av_packet_unref(packet_.get());
    return shown;
}

/// Decodes from where the container stands until the frame of `stamp` is in `decoded_`.
bool VideoDecoder::decodeStamp(std::int64_t stamp) {
    bool isAtEnd = false;
    while (!stop_.stop_requested()) {
        const int result = avcodec_receive_frame(codec_.get(), decoded_.get());
        if (result >= 0) {
            const std::int64_t got =
                decoded_->pts != AV_NOPTS_VALUE ? decoded_->pts : decoded_->best_effort_timestamp;
            if (got >= stamp) return got == stamp;
            continue;
        }
        if (result != AVERROR(EAGAIN) || isAtEnd) return false;
        int read = 0;
        isAtEnd = !readPacket(read);
        codec_->skip_frame =
            canSkip_ && !isAtEnd && packet_->pts < stamp ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
        if (avcodec_send_packet(codec_.get(), isAtEnd ? nullptr : packet_.get()) < 0) ++damaged_;
        av_packet_unref(packet_.get());
    }
    return false;
}

Result<const AVFrame*> VideoDecoder::frameAtStamp(std::int64_t stamp, const std::stop_token& stop) {
    stop_ = stop;
    // Where a key leads to a later place than it says, an earlier one does not.
    constexpr std::array<std::int64_t, 3> kSecondsBefore{0, 10, 60};
    bool isFound = false;
    for (const std::int64_t seconds : kSecondsBefore) {
        const std::int64_t from = stamp - av_rescale_q(seconds, {1, 1}, stream_->time_base);
        seekTo(from);
        const auto shown = stampShownAt(stamp);
        if (!shown) continue;
        seekTo(from);
        isFound = decodeStamp(*shown);
        if (isFound || stop.stop_requested()) break;
    }
    stop_ = {};
    // The frame stays; nothing goes on from there.
    forgetPosition();
    shown_.reset();
    if (isFound) return decoded_.get();
    if (stop.stop_requested()) return tl::unexpected(mediaError(*container_, AVERROR_EXIT));
    return failure(
        "media.no-frame",
        fmt::format(
            "cannot show {:.3f} s of {}: there is no frame",
            timeFromTicks(stamp - container_->startTicks(*stream_), stream_->time_base).seconds(),
            container_->path.string()));
}

}  // namespace subs::media
