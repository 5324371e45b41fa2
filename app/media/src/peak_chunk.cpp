// SPDX-License-Identifier: GPL-3.0-or-later
#include "peak_chunk.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <memory>
#include <utility>

namespace subs::media {
namespace {

constexpr std::array<std::size_t, PeakChunk::kLevels + 1> kLevelBegins = {
    0, 4096, 5120, 5376, 5440, 5456, 5460, 5461};

}  // namespace

void PeakSum::add(const Peak& peak, std::int64_t bins) {
    minimum_ = std::min<int>(minimum_, peak.minimum);
    maximum_ = std::max<int>(maximum_, peak.maximum);
    squares_ += bins * peak.rms * peak.rms;
    bins_ += bins;
}

Peak PeakSum::peak() const {
    if (bins_ == 0) return {};
    const double mean = static_cast<double>(squares_) / static_cast<double>(bins_);
    return {static_cast<std::int16_t>(minimum_),
            static_cast<std::int16_t>(maximum_),
            static_cast<std::int16_t>(std::lround(std::sqrt(mean)))};
}

PeakChunk::PeakChunk(std::vector<Peak> base) : peaks_(std::move(base)) {
    assert(peaks_.size() == kBins);
    peaks_.reserve(kLevelBegins.back());
    for (std::size_t from = 0; peaks_.size() < kLevelBegins.back(); from += 4) {
        PeakSum sum;
        for (std::size_t i = from; i < from + 4; ++i)
            sum.add(peaks_[i], 1);
        peaks_.push_back(sum.peak());
    }
}

std::span<const Peak> PeakChunk::level(int level) const {
    const auto at = static_cast<std::size_t>(level);
    return std::span(peaks_).subspan(kLevelBegins[at], kLevelBegins[at + 1] - kLevelBegins[at]);
}

void Peaks::Store::putBins(std::int64_t number, std::vector<Peak> bins) {
    static const Handle silence =
        std::make_shared<const PeakChunk>(std::vector<Peak>(PeakChunk::kBins));
    const bool isSilent = std::ranges::all_of(bins, [](const Peak& bin) { return bin == Peak(); });
    put(number, isSilent ? silence : std::make_shared<const PeakChunk>(std::move(bins)));
}

}  // namespace subs::media
