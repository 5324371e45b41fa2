// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>

#include "container.h"
#include "film_index.h"

#include <cstddef>
#include <optional>

namespace subs::media {

/// Decodes the frames of a film one after the other, on as many threads as FFmpeg likes, as fast as
/// it goes. A frame's number is the one that the index has for its stamp, so that frames which are
/// damaged or missing move no other's; of a film without stamps they are counted. Borrows the
/// container and the index; the container's interrupt ends it.
class FrameWalk {
public:
    struct Step {
        std::size_t number = 0;
        const AVFrame* frame = nullptr;  ///< Borrowed until the next step.
    };

    /// From frame `first` on. Other streams than `stream` are passed over from now on.
    static Result<FrameWalk> open(Container& container,
                                  const AVStream& stream,
                                  const FilmIndex& index,
                                  std::size_t first = 0);

    /// The next frame, with a higher number than all before; nothing behind the last. Error
    /// "media.cancelled".
    Result<std::optional<Step>> next();
    /// Packets that the decoder has refused and frames that it has mended so far.
    std::size_t damage() const { return damaged_; }

private:
    FrameWalk(Container& container,
              const AVStream& stream,
              const FilmIndex& index,
              CodecContext codec,
              std::size_t first);

    void seek();
    bool startsAnew(std::size_t number);
    bool feed();
    std::optional<std::size_t> numberOf(const AVFrame& frame);

    Container* container_;
    const AVStream* stream_;
    const FilmIndex* index_;
    CodecContext codec_;
    PacketHandle packet_;
    FrameHandle frame_;
    bool isSought_ = false;    ///< Nothing has come yet since a seek.
    std::size_t next_ = 0;     ///< The least number that is still to come.
    std::size_t counted_ = 0;  ///< Frames so far, where they are counted.
    std::size_t damaged_ = 0;
    int failedAtEnd_ = 0;
};

}  // namespace subs::media
