// SPDX-License-Identifier: GPL-3.0-or-later
#include "fade_search.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace subs::media {
namespace {

/// A picture with less contrast, of 255, has nothing to see in it.
constexpr double kFlat = 2;
/// It is black or white: luma of 16 or 235, or nearly.
constexpr double kBlack = 22;
constexpr double kWhite = 229;
/// So near the ground, of 255, a picture has come to it.
constexpr double kAtGround = 0.75;
/// How far from the ground a picture is at the least before it fades.
constexpr double kLeastRise = 8;
constexpr std::int64_t kShortest = 4;
/// The distance may go the other way by as much from one frame to the next: noise, and what moves.
constexpr double kSlack = 0.02;
/// It does not rise any more where it has risen so much more slowly than on the average, for some
/// frames.
constexpr double kLeastPace = 0.25;
constexpr std::int64_t kPaceFrames = 4;
/// How far from a straight line, as a share of the whole.
constexpr double kMostUneven = 0.25;

bool isFlat(const FadeSearch::Light& light) {
    return light.contrast < kFlat && (light.luma < kBlack || light.luma > kWhite);
}

/// Whether a rise ends with `step`.
template <class Distance>
bool hasStopped(std::int64_t step, const Distance& at) {
    if (step > 0 && at(step) < at(step - 1) * (1 - kSlack) - 0.1) return true;
    if (step <= kPaceFrames) return false;
    const double risen = at(step) - at(step - kPaceFrames);
    return risen <
           kLeastPace * at(step) * static_cast<double>(kPaceFrames) / static_cast<double>(step);
}

/// Where a rise first reaches `level`, between two steps.
template <class Distance>
double crossing(double level, const Distance& at) {
    std::int64_t step = 0;
    while (at(step + 1) < level)
        ++step;
    return static_cast<double>(step) + (level - at(step)) / std::max(at(step + 1) - at(step), 1e-9);
}

/// How many steps it takes from the ground at step 0 to the whole picture, by the straight line
/// through a quarter and three quarters of the rise. `at(step)` is the distance to the ground, up
/// to step `last`.
template <class Distance>
std::optional<std::int64_t> stepsOfRise(std::int64_t last, const Distance& at) {
    std::int64_t top = 0;
    double full = 0;
    while (top < last && !hasStopped(top + 1, at))
        full = std::max(full, at(++top));
    if (full < kLeastRise) return std::nullopt;
    const double quarter = crossing(full / 4, at);
    const double middle = crossing(full / 2, at);
    const double most = crossing(full * 3 / 4, at);
    const double end = most + (most - quarter) / 2;
    const double begin = quarter - (most - quarter) / 2;
    const auto steps = static_cast<std::int64_t>(std::lround(end));
    if (steps < kShortest || std::fabs(begin) > std::max(kMostUneven * end, 1.5))
        return std::nullopt;
    if (std::fabs(middle - (quarter + most) / 2) > kMostUneven * (most - quarter))
        return std::nullopt;
    return std::min(steps, top);
}

double distanceTo(double ground, const FadeSearch::Light& light) {
    return std::hypot(light.contrast, light.luma - ground);
}

}  // namespace

/// That ends with frame `flat`.
std::optional<Fade> FadeSearch::fadeOut(std::int64_t flat) const {
    const auto steps = stepsOfRise(
        flat - begin_, [&](std::int64_t step) { return distanceTo(ground_, at(flat - step)); });
    if (!steps) return std::nullopt;
    return Fade{false, flat - *steps + 1, flat};
}

/// That began behind `rising_`.
std::optional<Fade> FadeSearch::fadeIn() const {
    const std::int64_t flat = *rising_;
    if (flat < begin_) return std::nullopt;
    const auto steps = stepsOfRise(
        end_ - 1 - flat, [&](std::int64_t step) { return distanceTo(ground_, at(flat + step)); });
    if (!steps) return std::nullopt;
    return Fade{true, flat + 1, flat + *steps - 1};
}

bool FadeSearch::isRiseOver() const {
    const std::int64_t steps = end_ - 1 - *rising_;
    return steps >= kLongest - 2 || hasStopped(steps, [&](std::int64_t step) {
               return distanceTo(ground_, at(*rising_ + step));
           });
}

/// The last frame is flat: either the ground is reached, which ends a fade-out, or it comes nearer
/// to it.
std::optional<Fade> FadeSearch::nextFlat() {
    const double luma = at(end_ - 1).luma;
    const bool isFirst = !std::exchange(isFlat_, true);
    if (isFirst) {
        ground_ = luma < kBlack ? kBlack : kWhite;
        isGroundReached_ = false;
    }
    const bool isNearer =
        ground_ <= kBlack ? luma < ground_ - kAtGround : luma > ground_ + kAtGround;
    if (isNearer) ground_ = luma;
    if (isNearer || isGroundReached_) return std::nullopt;
    isGroundReached_ = true;
    return end_ - begin_ < 2 ? std::nullopt : fadeOut(end_ - 2);
}

/// The last frame is the first after a flat run.
std::optional<Fade> FadeSearch::leaveFlat() {
    isFlat_ = false;
    std::int64_t last = end_ - 2;
    while (last > begin_ && std::fabs(at(last).luma - ground_) > kAtGround)
        --last;
    rising_ = last;
    return isGroundReached_ ? std::nullopt : fadeOut(last);
}

std::optional<Fade> FadeSearch::next(Light light) {
    lights_.push_back(light);
    ++end_;
    if (end_ - begin_ > kLongest) {
        lights_.pop_front();
        ++begin_;
    }
    std::optional<Fade> found;
    if (rising_ && isRiseOver()) {
        found = fadeIn();
        rising_.reset();
    }
    if (isFlat(light)) {
        const auto out = nextFlat();
        return out ? out : found;
    }
    if (!isFlat_) return found;
    return leaveFlat();
}

std::optional<Fade> FadeSearch::finish() {
    std::optional<Fade> found;
    if (rising_) found = fadeIn();
    if (isFlat_ && !isGroundReached_) found = fadeOut(end_ - 1);
    rising_.reset();
    return found;
}

}  // namespace subs::media
