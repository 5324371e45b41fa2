// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/time/time.h>

#include <cstdint>
#include <numeric>

namespace subs::media {

/// Which samples belong to which of the equal bins that film time is cut into: those at or after
/// its begin and before its end, exactly, at any rate.
class BinGrid {
public:
    BinGrid(Time bin, int rate)
        : samples_(bin.flicks() / std::gcd(bin.flicks(), Time::kPerSecond) * rate),
          bins_(Time::kPerSecond / std::gcd(bin.flicks(), Time::kPerSecond)) {
        const std::int64_t common = std::gcd(samples_, bins_);
        samples_ /= common;
        bins_ /= common;
    }

    /// The first sample at or after the begin of `bin`, from film time 0.
    std::int64_t firstSample(std::int64_t bin) const {
        const std::int64_t product = bin * samples_;
        return product / bins_ + (product % bins_ > 0 ? 1 : 0);
    }

private:
    std::int64_t samples_;  ///< So many samples are
    std::int64_t bins_;     ///< so many bins.
};

}  // namespace subs::media
