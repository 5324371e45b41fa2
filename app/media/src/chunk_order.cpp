// SPDX-License-Identifier: GPL-3.0-or-later
#include "chunk_order.h"

#include <algorithm>

namespace subs::media {
namespace {

/// Two minutes: a run to which the way there adds little.
constexpr std::int64_t kShortestRun = 6;

std::optional<std::int64_t> firstMissing(ChunkRange range, const ChunkOrder::IsMade& isMade) {
    for (std::int64_t chunk = range.begin; chunk < range.end; ++chunk)
        if (!isMade(chunk)) return chunk;
    return std::nullopt;
}

std::optional<std::int64_t> lastMissing(ChunkRange range, const ChunkOrder::IsMade& isMade) {
    for (std::int64_t chunk = range.end; chunk-- > range.begin;)
        if (!isMade(chunk)) return chunk;
    return std::nullopt;
}

}  // namespace

void ChunkOrder::wish(ChunkRange wished) {
    wished_ = wished;
    run_ = wished;
}

/// The nearer of what is missing behind the wish and before it.
ChunkRange ChunkOrder::runFrom(ChunkRange film, const IsMade& isMade) const {
    const std::int64_t begin = std::clamp(wished_.begin, film.begin, film.end);
    const std::int64_t end = std::clamp(wished_.end, begin, film.end);
    const auto after = firstMissing({end, film.end}, isMade);
    const auto before = lastMissing({film.begin, begin}, isMade);
    if (after && (!before || *after - end <= begin - 1 - *before))
        return {*after, std::min(film.end, *after + std::max(kShortestRun, *after - end))};
    if (!before) return {begin, begin};
    const std::int64_t length = std::max(kShortestRun, begin - 1 - *before);
    return {std::max(film.begin, *before + 1 - length), *before + 1};
}

std::optional<std::int64_t> ChunkOrder::next(ChunkRange film, const IsMade& isMade) {
    const ChunkRange inside = {std::max(run_.begin, film.begin), std::min(run_.end, film.end)};
    if (const auto chunk = firstMissing(inside, isMade)) return chunk;
    run_ = runFrom(film, isMade);
    return firstMissing(run_, isMade);
}

}  // namespace subs::media
