// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>

#include "container.h"
#include "film_index.h"
#include "frame_cache.h"

#include <cstddef>
#include <optional>
#include <stop_token>

namespace subs::media {

/// Decodes a frame by its number, exactly. Frames after the last one decoded are reached by
/// decoding on, others from a key before them; what no later frame needs is skipped on the way.
/// Stepping back decodes the frames before the one asked for too, and keeps them. Borrows the
/// container and the index.
class VideoDecoder {
public:
    static Result<VideoDecoder> open(Container& container,
                                     AVStream& stream,
                                     const FilmIndex& index);

    /// Frame `number`, borrowed until the next call. Errors: "media.no-frame" where it cannot be
    /// decoded, "media.cancelled".
    Result<const AVFrame*> frame(std::size_t number, const std::stop_token& stop);
    /// The frame on the screen at `stamp`, borrowed until the next call, also where the index has
    /// not come there: what lies there is found by its packets. Errors as of `frame`.
    Result<const AVFrame*> frameAtStamp(std::int64_t stamp, const std::stop_token& stop);
    /// The last key at or before frame `number`, from which that is decoded; nothing where that is
    /// the frame itself, or is not known, or where the frame is as near at hand.
    std::optional<std::size_t> keyOnTheWayTo(std::size_t number) const;
    /// How many packets the decoder has refused and frames it has mended so far.
    std::size_t damage() const { return damaged_; }

private:
    enum class Reached { Target, Beyond, Cancelled };
    enum class Fed { Packet, End, Cancelled };

    VideoDecoder(Container& container,
                 AVStream& stream,
                 const FilmIndex& index,
                 CodecContext codec);

    bool canGoOn(std::size_t target) const;
    std::size_t keepFrom(std::size_t target) const;
    Reached decodeTo(std::size_t target, std::size_t keep);
    Reached searchFromKeys(std::size_t target, std::size_t keep);
    Fed feedAfter(int result, std::size_t keep);
    Fed feed(std::size_t keep);
    bool readPacket(int& result);
    void take(const AVFrame& frame, std::size_t target);
    std::optional<std::size_t> numberOf(const AVFrame& frame);
    bool seekToKey(std::size_t key);
    void seekTo(std::int64_t stamp);
    std::optional<std::int64_t> stampShownAt(std::int64_t stamp);
    bool decodeStamp(std::int64_t stamp);
    void forgetPosition();

    Container* container_;
    /// Asked between packets, never by FFmpeg: a read that is cut off it takes for the file's end.
    std::stop_token stop_;
    AVStream* stream_;
    const FilmIndex* index_;
    CodecContext codec_;
    PacketHandle packet_;
    FrameHandle decoded_;
    FrameCache cache_;
    bool canSkip_ = false;
    bool hasPacket_ = false;  ///< `packet_` waits to be sent.
    bool draining_ = false;
    std::optional<std::size_t> last_;  ///< The last frame that came out of the decoder.
    std::int64_t lastOrder_ = -1;      ///< The last packet that went into it.
    std::size_t counted_ = 0;  ///< Frames since the start, where frames are found by counting.
    std::optional<std::size_t> shown_;  ///< The last frame that was asked for.
    std::size_t window_ = 2;  ///< Frames that a step back decodes before the one asked for.
    std::size_t damaged_ = 0;
};

}  // namespace subs::media
