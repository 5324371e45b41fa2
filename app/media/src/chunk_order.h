// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

namespace subs::media {

/// Chunks from `begin` until before `end`.
struct ChunkRange {
    std::int64_t begin = 0;
    std::int64_t end = 0;

    bool contains(std::int64_t chunk) const { return chunk >= begin && chunk < end; }
};

/// In which order a film's chunks are made: what is wished for first, then outwards from there, in
/// runs that grow with the distance. To go somewhere else costs the decoder up to a few seconds of
/// sound, so there are few runs.
class ChunkOrder {
public:
    using IsMade = std::function<bool(std::int64_t)>;

    /// The newest wish; older ones are dropped.
    void wish(ChunkRange wished);
    /// The next of the chunks of `film` to be made; none where all are.
    std::optional<std::int64_t> next(ChunkRange film, const IsMade& isMade);

private:
    ChunkRange runFrom(ChunkRange film, const IsMade& isMade) const;

    ChunkRange wished_;
    ChunkRange run_;
};

}  // namespace subs::media
