// SPDX-License-Identifier: GPL-3.0-or-later
#include "bin_grid.h"
#include "peak_chunk.h"
#include "swing.h"

#include <algorithm>
#include <memory>
#include <utility>

namespace subs::media {
namespace {

class PeakSink final : public SoundSink {
public:
    explicit PeakSink(Peaks& peaks) : store_(peaks.store()) {}

    bool has(std::int64_t chunk) const override { return store_.has(chunk); }

    void begin(std::int64_t chunk, int rate) override {
        grid_ = BinGrid(kPeakBin, rate);
        bins_.clear();
        swing_ = {};
        bin_ = chunk * PeakChunk::kBins;
    }

    void take(const SoundBlock& block) override {
        std::int64_t place = std::max(block.first, grid_.firstSample(bin_));
        const std::int64_t end = block.first + static_cast<std::int64_t>(block.samples.size());
        while (place < end) {
            const std::int64_t binEnd = grid_.firstSample(bin_ + 1);
            const std::int64_t until = std::min(binEnd, end);
            swing_.add(block.samples.subspan(static_cast<std::size_t>(place - block.first),
                                             static_cast<std::size_t>(until - place)));
            place = until;
            if (place == binEnd) finishBin();
        }
    }

private:
    void finishBin() {
        bins_.push_back(std::exchange(swing_, {}).peak());
        ++bin_;
        if (bins_.size() < PeakChunk::kBins) return;
        store_.putBins(bin_ / PeakChunk::kBins - 1, std::exchange(bins_, {}));
        bins_.reserve(PeakChunk::kBins);
    }

    Peaks::Store& store_;
    BinGrid grid_{kPeakBin, 48000};
    std::vector<Peak> bins_;  ///< Of the chunk that is being made.
    Swing swing_;             ///< Of the bin that is being made.
    std::int64_t bin_ = 0;    ///< Its number.
};

}  // namespace

std::unique_ptr<SoundSink> makePeakSink(Peaks& peaks) {
    return std::make_unique<PeakSink>(peaks);
}

}  // namespace subs::media
