// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/sound_port.h>
#include <subs/media/sound_sink.h>

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace subs::media {

/// Chunks by their numbers, put in by one thread and looked at by another. A chunk does not change
/// once it is in.
template <class Chunk>
class ChunkStore {
public:
    using Handle = std::shared_ptr<const Chunk>;
    using Chunks = std::map<std::int64_t, Handle>;

    void put(std::int64_t number, Handle chunk) {
        const std::scoped_lock lock(mutex_);
        chunks_.insert_or_assign(number, std::move(chunk));
    }
    bool has(std::int64_t number) const {
        const std::scoped_lock lock(mutex_);
        return chunks_.contains(number);
    }
    /// Those of the numbers from `first` until before `end` that are in.
    Chunks between(std::int64_t first, std::int64_t end) const {
        const std::scoped_lock lock(mutex_);
        return Chunks(chunks_.lower_bound(first), chunks_.lower_bound(end));
    }
    Chunks all() const {
        const std::scoped_lock lock(mutex_);
        return chunks_;
    }
    /// The stretches that are in, joined where they touch, in order.
    std::vector<Stretch> stretches() const;

private:
    mutable std::mutex mutex_;
    Chunks chunks_;
};

/// When chunk `number` begins.
constexpr Time beginOfChunk(std::int64_t number) {
    return Time::fromFlicks(number * kChunkLength.flicks());
}

/// No film goes further than this from its time 0 (four days); a damaged stamp does.
constexpr std::int64_t kMostChunks = 17'000;

/// The quotient rounded down.
constexpr std::int64_t flooredQuotient(std::int64_t value, std::int64_t by) {
    return value / by - (value % by < 0 ? 1 : 0);
}

/// The number of the chunk that `time` lies in.
constexpr std::int64_t chunkAt(Time time) {
    return flooredQuotient(time.flicks(), kChunkLength.flicks());
}

/// The moment that is `part` of `parts` of the way through `stretch`, to the flick below. 128 bits,
/// since hours of flicks times thousands of parts do not fit 64.
inline Time partOf(const Stretch& stretch, std::int64_t part, std::int64_t parts) {
    __extension__ using Wide = __int128;
    const Wide length = (stretch.to - stretch.from).flicks();
    return stretch.from + Time::fromFlicks(static_cast<std::int64_t>(length * part / parts));
}

template <class Chunk>
std::vector<Stretch> ChunkStore<Chunk>::stretches() const {
    const std::scoped_lock lock(mutex_);
    std::vector<Stretch> joined;
    for (const auto& [number, chunk] : chunks_) {
        const Time from = beginOfChunk(number);
        if (joined.empty() || joined.back().to != from) joined.push_back({from, from});
        joined.back().to = beginOfChunk(number + 1);
    }
    return joined;
}

}  // namespace subs::media
