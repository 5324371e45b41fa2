// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/time/frame_rate.h>
#include <subs/time/frame_timeline.h>

#include "container.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace subs::media {

/// A place where decoding can begin.
struct KeyPoint {
    std::int64_t stamp = 0;  ///< Presentation time of the key packet, as FFmpeg gives it.
    std::int64_t order = 0;  ///< Which packet of the stream it is.
};

/// A frame by its stamp, and which packet carries it.
struct IndexedFrame {
    std::int64_t stamp = 0;
    std::int64_t order = 0;
};

/// All frames of a picture stream in the order of presentation. Stamps are FFmpeg's own, in the
/// stream's time base, not yet relative to film time 0.
struct FilmIndex {
    std::vector<IndexedFrame> frames;  ///< Ascending by stamp, distinct.
    std::vector<KeyPoint> keys;        ///< Ascending by stamp.
    /// False where packets came without presentation times: frames are then found by counting from
    /// the first, and stamps are decoding times (or whole frames of the rate where these are
    /// missing too).
    bool hasStamps = true;
    Diagnostics diagnostics;

    /// The frame that has exactly this stamp. O(log n).
    std::optional<std::size_t> frameOf(std::int64_t stamp) const;
    /// The frame that a decoder gave.
    std::optional<std::size_t> frameOf(const AVFrame& frame) const;
    /// The last key at or before frame `number`, as an index into `keys`; nothing where there is
    /// none.
    std::optional<std::size_t> keyBefore(std::size_t number) const;
};

/// One pass over the packets of `stream`, without decoding; of an MP4 whose table tells everything
/// without reading them (`TableFilm`). What the demuxer marks as not shown (before an edit list's
/// beginning) is no frame but may be a key. Leaves the container where it was, or at its end.
Result<FilmIndex> readIndex(const Container& container, const AVStream& stream);

/// When the frames begin, from film time 0 on. `rate` where they cannot tell; there is one frame at
/// least.
Result<FrameTimeline> timelineOf(const Container& container,
                                 const AVStream& stream,
                                 const FilmIndex& index,
                                 FrameRate rate);

/// The rate as the container names it, where it is one that `FrameRate` can hold.
std::optional<FrameRate> nominalRateOf(const Container& container, AVStream& stream);

/// True where every frame begins within one unit of the time base of where a constant rate puts it.
bool isConstantRate(const FilmIndex& index);

}  // namespace subs::media
