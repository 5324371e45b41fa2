// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/media/peaks.h>

#include "peak_chunk.h"

#include <algorithm>
#include <cstdlib>

namespace subs::media {
namespace {

/// The number of the bin edge nearest to `time`.
std::int64_t nearestEdge(Time time) {
    return flooredQuotient(time.flicks() + kPeakBin.flicks() / 2, kPeakBin.flicks());
}

/// Adds bins `from` until before `to` of a chunk, of each level as much as fits.
void addBins(const PeakChunk& chunk, std::int64_t from, std::int64_t to, PeakSum& sum) {
    while (from < to) {
        int level = 0;
        std::int64_t length = 1;
        while (level + 1 < PeakChunk::kLevels && from % (length * 4) == 0 &&
               from + length * 4 <= to) {
            ++level;
            length *= 4;
        }
        sum.add(chunk.level(level)[static_cast<std::size_t>(from / length)], length);
        from += length;
    }
}

/// What bins `from` until before `to` show.
PeakColumn columnOf(const Peaks::Store::Chunks& chunks, std::int64_t from, std::int64_t to) {
    PeakSum sum;
    while (from < to) {
        const std::int64_t number = flooredQuotient(from, PeakChunk::kBins);
        const std::int64_t begin = number * PeakChunk::kBins;
        const std::int64_t end = std::min<std::int64_t>(to, begin + PeakChunk::kBins);
        const auto found = chunks.find(number);
        if (found == chunks.end()) return {};
        addBins(*found->second, from - begin, end - begin, sum);
        from = end;
    }
    return {sum.peak(), true};
}

int swingOf(const Peak& peak) {
    return std::max(std::abs(int{peak.minimum}), std::abs(int{peak.maximum}));
}

}  // namespace

Peaks::Peaks() : store_(std::make_unique<Store>()) {}
Peaks::~Peaks() = default;

std::vector<PeakColumn> Peaks::columns(Time from, Time to, int count) const {
    std::vector<PeakColumn> columns;
    if (from >= to || count <= 0) return columns;
    columns.reserve(static_cast<std::size_t>(count));
    const auto chunks = store_->between(chunkAt(from) - 1, chunkAt(to) + 2);
    const Stretch stretch{from, to};
    for (std::int64_t i = 0; i < count; ++i) {
        std::int64_t first = nearestEdge(partOf(stretch, i, count));
        std::int64_t end = nearestEdge(partOf(stretch, i + 1, count));
        if (first == end) {
            const Time middle = partOf(stretch, 2 * i + 1, std::int64_t{2} * count);
            first = flooredQuotient(middle.flicks(), kPeakBin.flicks());
            end = first + 1;
        }
        columns.push_back(columnOf(chunks, first, end));
    }
    return columns;
}

std::vector<Stretch> Peaks::there() const {
    return store_->stretches();
}

std::optional<Loudest> Peaks::loudest() const {
    const auto chunks = store_->all();
    if (chunks.empty()) return std::nullopt;
    const auto chunk = std::ranges::max_element(
        chunks, {}, [](const auto& entry) { return swingOf(entry.second->whole()); });
    const auto base = chunk->second->base();
    const auto bin = std::ranges::max_element(base, {}, swingOf);
    return Loudest{
        beginOfChunk(chunk->first) + Time::fromFlicks((bin - base.begin()) * kPeakBin.flicks()),
        swingOf(*bin)};
}

}  // namespace subs::media
