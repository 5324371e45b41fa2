// SPDX-License-Identifier: GPL-3.0-or-later
#include "dissolve_search.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace subs::media {
namespace {

/// Frames of a dissolve. Shorter ones are hardly told from quick movement.
constexpr std::int64_t kShortest = 5;
constexpr std::int64_t kLongest = 42;
/// Frames on either side that tell whether what changes goes on.
constexpr std::int64_t kAround = 4;
/// Mean square of what changes, a sample, at the least: 15 of 255.
constexpr double kLeastChange = 225;
/// More alike than that, and it is the same picture moved, or in other light.
constexpr double kMostAlike = 0.75;

/// A share that changes by more from one frame to the next is a cut.
constexpr double kMostStep = 0.28;

// How far off a stretch may be: each share of these counts, and all together may be 1. By
// tests/bench/shots on seeds that the figures of its README are not of.
constexpr double kMostRest = 0.16;   ///< Mean square of what is no mixture, of what changes.
constexpr double kMostUneven = 0.3;  ///< The largest distance of a share from where it should be.
constexpr double kMostOfVariance = 0.8;  ///< As `misfitOfVariance` has it.
constexpr double kMostGoingOn = 1.2;     ///< Pace on both sides, beside the pace within.

struct Stretch {
    const BlendWindow& window;
    std::int64_t before;
    std::int64_t after;

    std::int64_t steps() const { return after - before; }
    double expected(std::int64_t frame) const {
        return static_cast<double>(frame - before) / static_cast<double>(steps());
    }
};

/// What does not fit of shares and rests; above 1 where it is certain that nothing fits.
double misfitOfShares(const Stretch& stretch, double change) {
    double rest = 0;
    double uneven = 0;
    double last = 0;
    for (std::int64_t frame = stretch.before + 1; frame < stretch.after; ++frame) {
        const auto mixture = stretch.window.mixture(frame, stretch.before, stretch.after);
        rest += mixture.rest;
        uneven = std::max(uneven, std::fabs(mixture.share - stretch.expected(frame)));
        if (std::fabs(mixture.share - last) > kMostStep) return 2;
        last = mixture.share;
        if (uneven > kMostUneven) return 2;
    }
    rest /= static_cast<double>(stretch.steps() - 1) * change;
    return rest / kMostRest + uneven / kMostUneven;
}

/// How far the variance within is from falling as that of a mixture: 0 of a dissolve, 1 of a
/// movement. It counts by the share that shapes have in what changes, beside light and colour of
/// the whole.
double misfitOfVariance(const Stretch& stretch, double change) {
    const BlendWindow& window = stretch.window;
    const double ofBefore = window.covariance(stretch.before, stretch.before);
    const double ofAfter = window.covariance(stretch.after, stretch.after);
    const double ofShapes =
        ofBefore + ofAfter - 2 * window.covariance(stretch.before, stretch.after);
    double fall = 0;
    double ofMixture = 0;
    for (std::int64_t frame = stretch.before + 1; frame < stretch.after; ++frame) {
        const double share = stretch.expected(frame);
        fall += (1 - share) * ofBefore + share * ofAfter - window.covariance(frame, frame);
        ofMixture += share * (1 - share) * ofShapes;
    }
    if (ofMixture <= 0) return 0;
    return std::fabs(1 - fall / ofMixture) * std::min(ofShapes / change, 1.0);
}

/// The pace of what changes on both sides, beside the pace within: 0 of a dissolve between still
/// pictures, 1 of a movement that just goes on, more where there is a cut so near.
double goingOn(const Stretch& stretch) {
    const BlendWindow& window = stretch.window;
    const std::int64_t early = std::max(stretch.before - kAround, window.begin());
    const std::int64_t late = std::min(stretch.after + kAround, window.end() - 1);
    const double before = -window.mixture(early, stretch.before, stretch.after).share;
    const double behind = window.mixture(late, stretch.before, stretch.after).share - 1;
    const double pace = static_cast<double>(stretch.before - early + late - stretch.after) /
                        static_cast<double>(stretch.steps());
    return pace <= 0 ? 0 : (std::fabs(before) + std::fabs(behind)) / pace;
}

/// The stretch as a dissolve; nothing where it is none.
std::optional<Blend> blendOf(const Stretch& stretch) {
    const double change = stretch.window.distance(stretch.before, stretch.after);
    if (change < kLeastChange ||
        stretch.window.correlation(stretch.before, stretch.after) > kMostAlike)
        return std::nullopt;
    double misfit = misfitOfShares(stretch, change);
    if (misfit >= 1) return std::nullopt;
    misfit += misfitOfVariance(stretch, change) / kMostOfVariance;
    if (misfit >= 1) return std::nullopt;
    misfit += goingOn(stretch) / kMostGoingOn;
    if (misfit >= 1) return std::nullopt;
    return Blend{stretch.before, stretch.after, change * (1 - misfit)};
}

}  // namespace

std::optional<Blend> DissolveSearch::next(const BlendWindow& window) {
    const std::int64_t after = window.end() - 1 - kAround;
    std::optional<Blend> complete;
    if (open_ && after > open_->after + kDelay - kAround) complete = finish();
    const std::int64_t earliest = std::max({window.begin(), after - kLongest - 1, told_});
    for (std::int64_t before = earliest; before < after - kShortest; ++before) {
        const auto blend = blendOf({window, before, after});
        if (!blend) continue;
        if (!open_ || blend->quality > open_->quality) open_ = blend;
    }
    return complete;
}

std::optional<Blend> DissolveSearch::finish() {
    if (open_) told_ = open_->after - 1;
    return std::exchange(open_, std::nullopt);
}

}  // namespace subs::media
