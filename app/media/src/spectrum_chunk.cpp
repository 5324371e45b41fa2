// SPDX-License-Identifier: GPL-3.0-or-later
#include "spectrum_chunk.h"

#include "deflate.h"

#include <algorithm>
#include <cassert>

namespace subs::media {
namespace {

/// Levels are kept in so many steps, of 2 dB: finer ones are noise, which does not pack.
constexpr int kSteps = 45;
constexpr std::size_t kTiles = 12;
constexpr std::size_t kTileBytes = static_cast<std::size_t>(SpectrumChunk::kColumns) * kBands;

using Steps = std::array<int, kBands>;

int stepOf(std::uint8_t level) {
    return (level * kSteps + 127) / 255;
}

std::uint8_t levelOfStep(int step) {
    return static_cast<std::uint8_t>((step * 255 + kSteps / 2) / kSteps);
}

/// What is to be expected of a band's step: that it changes as the band below did.
int expectedStep(const Steps& before, const Steps& now, std::size_t band) {
    return band == 0 ? before[0] : before[band] + now[band - 1] - before[band - 1];
}

/// How much each step differs from what was to be expected, column by column.
std::string surprises(const SpectrumChunk::Tile& tile) {
    std::string bytes;
    bytes.reserve(kTileBytes);
    Steps before{};
    for (const Levels& column : tile) {
        Steps now{};
        for (std::size_t band = 0; band < kBands; ++band) {
            now[band] = stepOf(column[band]);
            bytes.push_back(static_cast<char>(now[band] - expectedStep(before, now, band)));
        }
        before = now;
    }
    return bytes;
}

/// The tile that gave these; nothing where none did.
std::optional<SpectrumChunk::Tile> withSurprises(const std::string& bytes) {
    SpectrumChunk::Tile tile(static_cast<std::size_t>(SpectrumChunk::kColumns));
    auto next = bytes.begin();
    Steps before{};
    for (Levels& column : tile) {
        Steps now{};
        for (std::size_t band = 0; band < kBands; ++band) {
            now[band] = (expectedStep(before, now, band) + *next++) & 0xFF;
            if (now[band] > kSteps) return std::nullopt;
            column[band] = levelOfStep(now[band]);
        }
        before = now;
    }
    return tile;
}

std::optional<SpectrumChunk::Tile> unpacked(const std::string& packed) {
    if (packed.empty())
        return SpectrumChunk::Tile(static_cast<std::size_t>(SpectrumChunk::kColumns));
    const auto bytes = inflated(packed, kTileBytes);
    if (!bytes) return std::nullopt;
    return withSurprises(*bytes);
}

bool isSilent(const SpectrumChunk::Tile& tile) {
    return std::ranges::all_of(tile, [](const Levels& column) { return column == Levels(); });
}

}  // namespace

void raise(Levels& to, const Levels& from) {
    for (std::size_t band = 0; band < kBands; ++band)
        to[band] = std::max(to[band], from[band]);
}

SpectrumChunk::SpectrumChunk(const Tile& tile)
    : SpectrumChunk(isSilent(tile) ? std::string() : deflated(surprises(tile), Packing::Noise),
                    tile) {}

SpectrumChunk::SpectrumChunk(std::string packed, const Tile& tile)
    : packed_(std::move(packed)), coarse_(static_cast<std::size_t>(kColumns / kCoarse)) {
    assert(tile.size() == kColumns);
    for (std::size_t i = 0; i < tile.size(); ++i)
        raise(coarse_[i / kCoarse], tile[i]);
}

std::optional<SpectrumChunk> SpectrumChunk::fromPacked(std::string packed) {
    const auto tile = unpacked(packed);
    if (!tile) return std::nullopt;
    return SpectrumChunk(std::move(packed), *tile);
}

SpectrumChunk::Tile SpectrumChunk::tile() const {
    return unpacked(packed_).value();
}

Spectrogram::Store::TileHandle Spectrogram::Store::tileOf(std::int64_t number,
                                                          const SpectrumChunk& chunk) const {
    const std::scoped_lock lock(tilesMutex_);
    const auto found =
        std::ranges::find(tiles_, number, [](const auto& kept) { return kept.first; });
    if (found != tiles_.end()) {
        tiles_.splice(tiles_.begin(), tiles_, found);
    } else {
        tiles_.emplace_front(number, std::make_shared<const SpectrumChunk::Tile>(chunk.tile()));
        if (tiles_.size() > kTiles) tiles_.pop_back();
    }
    return tiles_.front().second;
}

}  // namespace subs::media
