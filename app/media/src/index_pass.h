// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>

#include "container.h"
#include "film_index.h"
#include "table_film.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <stop_token>
#include <vector>

namespace subs::media {

/// What a pass over packets gathers.
struct PassedPackets {
    FilmIndex index;  ///< Frames and keys in the order of packets.
    std::vector<std::int64_t> decodingStamps;
    std::int64_t order = 0;
    std::int64_t missing = 0;          ///< Frames without a presentation time.
    std::int64_t lastMicrosecond = 0;  ///< End of the last packet of any stream.
};

/// The pass over the packets of a film that makes its index, without decoding, a stretch at a time;
/// of an MP4 whose table tells everything without reading them (`TableFilm`). Borrows the
/// container, which is the pass's alone as long as it lives.
class IndexPass {
public:
    /// `container` stands at its beginning.
    IndexPass(const Container& container, const AVStream& stream);
    IndexPass(const IndexPass&) = delete;
    IndexPass& operator=(const IndexPass&) = delete;
    ~IndexPass();

    /// Reads on, for `most` and a packet more. True once the end is reached. Error
    /// "media.cancelled": after `stop` it can go on, not so where the container was stopped.
    Result<bool> readOn(std::chrono::microseconds most, const std::stop_token& stop = {});
    /// How much was read, from 0 to 1, as far as the container says how long it is.
    double share() const;
    /// How many packets of the stream were read.
    std::int64_t packets() const { return passed_.order; }
    /// The frames that are certain already: no packet that is to come has one before or between
    /// them. None where packets lack presentation times, which only the whole file shows.
    FilmIndex soFar() const;
    /// The index; once the end is reached, and only then.
    FilmIndex take();

private:
    const Container& container_;
    const AVStream& stream_;
    std::optional<TableFilm> table_;  ///< Read in place of the container.
    PacketHandle packet_;
    PassedPackets passed_;
    bool isDone_ = false;
};

}  // namespace subs::media
