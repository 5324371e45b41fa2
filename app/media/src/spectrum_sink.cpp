// SPDX-License-Identifier: GPL-3.0-or-later
#include "bin_grid.h"
#include "spectrum.h"
#include "spectrum_chunk.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace subs::media {
namespace {

/// The middle of a column is where its second half begins.
constexpr Time kHalf = Time::fromFlicks(kSpectrumColumn.flicks() / 2);

class SpectrumSink final : public SoundSink {
public:
    explicit SpectrumSink(Spectrogram& spectrogram) : store_(spectrogram.store()) {}

    bool has(std::int64_t chunk) const override { return store_.has(chunk); }

    void begin(std::int64_t chunk, int rate) override {
        if (rate != rate_) spectrum_ = std::make_unique<Spectrum>(rate);
        rate_ = rate;
        halves_ = BinGrid(kHalf, rate);
        column_ = chunk * SpectrumChunk::kColumns;
        held_.clear();
        heldFrom_.reset();
        tile_.clear();
    }

    void take(const SoundBlock& block) override {
        if (!heldFrom_) heldFrom_ = block.first;
        held_.insert(held_.end(), block.samples.begin(), block.samples.end());
        const std::int64_t end = *heldFrom_ + static_cast<std::int64_t>(held_.size());
        while (windowBegin() + windowLength() <= end)
            finishColumn();
        dropBefore(windowBegin());
    }

private:
    std::int64_t windowLength() const { return static_cast<std::int64_t>(spectrum_->window()); }
    /// Half a window before the middle of the column.
    std::int64_t windowBegin() const {
        return halves_.firstSample(2 * column_ + 1) - windowLength() / 2;
    }
    void dropBefore(std::int64_t place) {
        const std::int64_t count = std::clamp<std::int64_t>(
            place - *heldFrom_, 0, static_cast<std::int64_t>(held_.size()));
        held_.erase(held_.begin(), held_.begin() + count);
        *heldFrom_ += count;
    }
    void finishColumn() {
        // The margin is longer than what a window has before its column.
        const auto at =
            static_cast<std::size_t>(std::max<std::int64_t>(windowBegin() - *heldFrom_, 0));
        tile_.push_back(spectrum_->levels(held_.data() + at));
        ++column_;
        if (tile_.size() < SpectrumChunk::kColumns) return;
        store_.put(column_ / SpectrumChunk::kColumns - 1,
                   std::make_shared<const SpectrumChunk>(std::exchange(tile_, {})));
    }

    Spectrogram::Store& store_;
    std::unique_ptr<Spectrum> spectrum_;
    int rate_ = 0;
    BinGrid halves_{kHalf, 48000};
    std::int64_t column_ = 0;  ///< The next one to be made.
    std::vector<float> held_;
    std::optional<std::int64_t> heldFrom_;  ///< The place of the first of them.
    SpectrumChunk::Tile tile_;
};

}  // namespace

std::unique_ptr<SoundSink> makeSpectrumSink(Spectrogram& spectrogram) {
    return std::make_unique<SpectrumSink>(spectrogram);
}

}  // namespace subs::media
