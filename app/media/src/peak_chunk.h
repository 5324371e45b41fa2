// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/media/peaks.h>

#include "chunk_store.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace subs::media {

/// One chunk's part of the pyramid: from its bins up to one peak of the whole.
class PeakChunk {
public:
    static constexpr int kBins = 4096;
    static constexpr int kLevels = 7;  ///< 4096, 1024, 256, 64, 16, 4, 1

    /// `base` are its `kBins` bins.
    explicit PeakChunk(std::vector<Peak> base);

    /// 4^level bins a peak.
    std::span<const Peak> level(int level) const;
    std::span<const Peak> base() const { return level(0); }
    const Peak& whole() const { return peaks_.back(); }

private:
    std::vector<Peak> peaks_;  ///< All levels, the finest first.
};

static_assert(kChunkLength.flicks() == kPeakBin.flicks() * PeakChunk::kBins);

/// Joins peaks of stretches of any number of bins into one.
class PeakSum {
public:
    void add(const Peak& peak, std::int64_t bins);
    /// Of what was added; silence of nothing.
    Peak peak() const;

private:
    int minimum_ = 32767;
    int maximum_ = -32768;
    std::int64_t squares_ = 0;
    std::int64_t bins_ = 0;
};

struct Peaks::Store : ChunkStore<PeakChunk> {
    /// Keeps a chunk with these bins; all silent ones are one in memory.
    void putBins(std::int64_t number, std::vector<Peak> bins);
};

}  // namespace subs::media
