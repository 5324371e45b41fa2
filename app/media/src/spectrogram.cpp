// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/media/spectrogram.h>

#include "spectrum_chunk.h"

#include <algorithm>
#include <cmath>

namespace subs::media {
namespace {

/// Columns of one fineness, counted from film time 0, as far as they are there.
class Reader {
public:
    Reader(const Spectrogram::Store& store, Stretch stretch, bool isCoarse)
        : store_(store),
          chunks_(store.between(chunkAt(stretch.from) - 1, chunkAt(stretch.to) + 2)),
          isCoarse_(isCoarse) {}

    /// Null where it is not there; valid until the next call.
    const Levels* column(std::int64_t place) {
        const std::int64_t each =
            isCoarse_ ? SpectrumChunk::kColumns / SpectrumChunk::kCoarse : SpectrumChunk::kColumns;
        const std::int64_t number = flooredQuotient(place, each);
        const auto found = chunks_.find(number);
        if (found == chunks_.end()) return nullptr;
        const auto at = static_cast<std::size_t>(place - number * each);
        if (isCoarse_) return &found->second->coarse()[at];
        if (!tile_ || number != tileNumber_) {
            tile_ = store_.tileOf(number, *found->second);
            tileNumber_ = number;
        }
        return &(*tile_)[at];
    }

private:
    const Spectrogram::Store& store_;
    Spectrogram::Store::Chunks chunks_;
    bool isCoarse_;
    Spectrogram::Store::TileHandle tile_;
    std::int64_t tileNumber_ = 0;
};

/// The loudest of columns `from` until before `to`.
SpectrumColumn loudestOf(Reader& reader, std::int64_t from, std::int64_t to) {
    SpectrumColumn loudest{.isThere = true};
    for (std::int64_t place = from; place < to; ++place) {
        const Levels* levels = reader.column(place);
        if (levels == nullptr) return {};
        raise(loudest.levels, *levels);
    }
    return loudest;
}

/// Between the two columns whose middles are around `time`.
SpectrumColumn between(Reader& reader, Time time) {
    const std::int64_t length = kSpectrumColumn.flicks();
    const std::int64_t place = flooredQuotient(time.flicks() - length / 2, length);
    const double share = static_cast<double>(time.flicks() - length / 2 - place * length) /
                         static_cast<double>(length);
    SpectrumColumn mixed{.isThere = true};
    const Levels* before = reader.column(place);
    if (before != nullptr) mixed.levels = *before;
    const Levels* after = reader.column(place + 1);
    if (before == nullptr && after == nullptr) return {};
    if (before == nullptr) mixed.levels = *after;
    if (before == nullptr || after == nullptr) return mixed;
    for (std::size_t band = 0; band < kBands; ++band) {
        const double level = mixed.levels[band] + share * ((*after)[band] - mixed.levels[band]);
        mixed.levels[band] = static_cast<std::uint8_t>(std::lround(level));
    }
    return mixed;
}

}  // namespace

Spectrogram::Spectrogram() : store_(std::make_unique<Store>()) {}
Spectrogram::~Spectrogram() = default;

std::vector<SpectrumColumn> Spectrogram::columns(Time from, Time to, int count) const {
    std::vector<SpectrumColumn> columns;
    if (from >= to || count <= 0) return columns;
    columns.reserve(static_cast<std::size_t>(count));
    const Stretch stretch{from, to};
    const std::int64_t width = (to - from).flicks() / count;
    const bool isCoarse = width >= kSpectrumColumn.flicks() * SpectrumChunk::kCoarse;
    const std::int64_t length = kSpectrumColumn.flicks() * (isCoarse ? SpectrumChunk::kCoarse : 1);
    const auto edge = [&](std::int64_t i) {
        return flooredQuotient(partOf(stretch, i, count).flicks() + length / 2, length);
    };
    Reader reader(*store_, stretch, isCoarse);
    for (std::int64_t i = 0; i < count; ++i) {
        columns.push_back(width < length
                              ? between(reader, partOf(stretch, 2 * i + 1, std::int64_t{2} * count))
                              : loudestOf(reader, edge(i), edge(i + 1)));
    }
    return columns;
}

std::vector<Stretch> Spectrogram::there() const {
    return store_->stretches();
}

}  // namespace subs::media
