// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/media/spectrogram.h>

#include "chunk_store.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace subs::media {

using Levels = std::array<std::uint8_t, kBands>;

/// One chunk's part of a spectrogram: a tile of columns, packed, and a small one beside it.
class SpectrumChunk {
public:
    static constexpr std::int64_t kColumns = 1024;
    static constexpr std::int64_t kCoarse = 64;  ///< Columns of the tile in one of the small one.
    using Tile = std::vector<Levels>;            ///< `kColumns` of them.

    explicit SpectrumChunk(const Tile& tile);
    /// From what `packed` gave; nothing where that is damaged.
    static std::optional<SpectrumChunk> fromPacked(std::string packed);

    /// Empty where all is silent.
    const std::string& packed() const { return packed_; }
    Tile tile() const;
    /// The loudest of each `kCoarse` columns.
    const std::vector<Levels>& coarse() const { return coarse_; }

private:
    SpectrumChunk(std::string packed, const Tile& tile);

    std::string packed_;
    std::vector<Levels> coarse_;
};

static_assert(kChunkLength.flicks() == kSpectrumColumn.flicks() * SpectrumChunk::kColumns);

/// Raises each level of `to` to that of `from` where that is louder.
void raise(Levels& to, const Levels& from);

struct Spectrogram::Store : ChunkStore<SpectrumChunk> {
    using TileHandle = std::shared_ptr<const SpectrumChunk::Tile>;

    /// The tile of `chunk`, of those that were looked at last.
    TileHandle tileOf(std::int64_t number, const SpectrumChunk& chunk) const;

private:
    mutable std::mutex tilesMutex_;
    mutable std::list<std::pair<std::int64_t, TileHandle>> tiles_;  ///< The newest first.
};

}  // namespace subs::media
