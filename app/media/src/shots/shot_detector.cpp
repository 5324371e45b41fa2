// SPDX-License-Identifier: GPL-3.0-or-later
#include "shot_detector.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace subs::media {
namespace {

// By tests/bench/shots on seeds that the figures of its README are not of.

/// Two frames are no less unlike at a cut, of 100.
constexpr float kLeastUnlike = 7;
/// Nor the two ends of a dissolve.
constexpr float kLeastUnlikeEnds = 22;
/// So much more than the frames around, of which three quarters are quieter than what it is held
/// against.
constexpr float kLeastRatio = 2.15F;
/// What is added to the frames around, for stretches in which nothing moves at all.
constexpr float kQuiet = 3;
constexpr std::int64_t kAround = 6;
/// There is one cut in so many frames at the most.
constexpr std::int64_t kClosest = 2;
/// Frames before and after a cut that are held against each other. So many have to follow it: at
/// the very end of a film a flash would look the same.
constexpr std::int64_t kFlash = 4;
/// A flash changes the mean luma by as much, of 255, and it falls back by this share of it at once.
constexpr double kFlashLight = 20;
constexpr double kTakenBack = 0.6;
/// Frames behind a cut that have to be there to decide on it.
constexpr std::int64_t kDecided = 2 * kFlash + 1;
/// The picture has come back where it is less unlike than this share of the cut.
constexpr float kComesBack = 0.5F;
/// Or less than so many times as unlike as frames so far apart are there anyway.
constexpr float kMoves = 1.2F;
/// Mean difference of luma, of 255, that counts as a wholly other picture.
constexpr float kOtherPicture = 30;
/// No more can be there than this, so that movement need not be looked for.
constexpr float kCertainlyAlike = 6;

/// Transitions are known when the last frame is so far behind them.
constexpr std::int64_t kSettled = FadeSearch::kLongest + DissolveSearch::kDelay;
/// Frames beside a transition that may be its own: its ends are told to so many frames.
constexpr std::int64_t kEdge = 2;

}  // namespace

ShotDetector::ShotDetector(Frame first)
    : first_(first.number), held_(static_cast<std::size_t>(kHeld)) {}

/// How unlike two held frames are, from 0 to 100.
float ShotDetector::unlikeness(std::int64_t a, std::int64_t b) {
    const float shades = shadeDistance(held(a).shades, held(b).shades);
    const auto of = [&](float difference) {
        return 100 * std::sqrt(shades * std::min(1.0F, difference / kOtherPicture));
    };
    const float most = of(plainDifference(held(a).sketch, held(b).sketch));
    return most < kCertainlyAlike
               ? most
               : std::min(most, of(movedDifference(held(a).sketch, held(b).sketch)));
}

FadeSearch::Light ShotDetector::lightOf(std::int64_t frame) const {
    return {std::sqrt(std::max(window_.covariance(frame, frame), 0.0)), window_.meanLuma(frame)};
}

void ShotDetector::add(const Sketch& sketch) {
    const std::int64_t frame = window_.end();
    held(frame).sketch = sketch;
    held(frame).shades = shadeCounts(sketch);
    held(frame).unlike = frame > 0 ? unlikeness(frame - 1, frame) : 0;
    window_.add(sketch);
    decideUpTo(frame - kDecided + 1);
    if (const auto blend = dissolves_.next(window_)) take(*blend);
    if (const auto fade = fades_.next(lightOf(frame))) take(*fade);
    settle(frame - kSettled);
}

void ShotDetector::addMissing() {
    add(frames() > 0 ? Sketch(held(frames() - 1).sketch) : Sketch());
}

void ShotDetector::finish() {
    decideUpTo(frames());
    if (const auto blend = dissolves_.finish()) take(*blend);
    if (const auto fade = fades_.finish()) take(*fade);
    settle(frames() + kSettled);
}

void ShotDetector::decideUpTo(std::int64_t end) {
    for (; decided_ < end; ++decided_)
        if (isCut(decided_)) cuts_.push_back(decided_);
}

bool ShotDetector::isCut(std::int64_t frame) {
    const float unlike = held(frame).unlike;
    if (unlike < kLeastUnlike || frame + kFlash > frames()) return false;
    std::array<float, 2 * kAround> around{};
    std::size_t count = 0;
    const std::int64_t end = std::min(frame + kAround + 1, frames());
    for (std::int64_t other = std::max<std::int64_t>(frame - kAround, 1); other < end; ++other) {
        if (other == frame) continue;
        const float beside = held(other).unlike;
        if (std::abs(other - frame) <= kClosest &&
            (beside > unlike || (beside == unlike && other < frame)))
            return false;
        around[count++] = beside;
    }
    std::sort(around.begin(), around.begin() + static_cast<std::ptrdiff_t>(count));
    const float quiet = count == 0 ? 0 : around[std::min(count * 3 / 4, count - 1)];
    return unlike >= kLeastRatio * (quiet + kQuiet) && !comesBack(frame) && !isTakenBack(frame);
}

/// Whether a picture from before `frame` is there again from it on: no more than half as unlike as
/// the cut, or no more than what moves there makes frames so far apart unlike anyway.
bool ShotDetector::comesBack(std::int64_t frame) {
    for (std::int64_t before = frame - 1; before >= std::max<std::int64_t>(frame - kFlash, 0);
         --before) {
        const std::int64_t last = std::min(before + kFlash + 1, frames() - 1);
        for (std::int64_t after = std::max(frame, before + 2); after <= last; ++after) {
            const float most =
                std::max(kComesBack * held(frame).unlike, kMoves * usual(before, after));
            if (unlikeness(before, after) < most) return true;
        }
    }
    return false;
}

/// Whether the light jumps at `frame` and soon back, or jumped the other way shortly before: a
/// flash while the camera moves, when the picture of before does not come back.
bool ShotDetector::isTakenBack(std::int64_t frame) const {
    const auto jump = [&](std::int64_t at) {
        return window_.meanLuma(at) - window_.meanLuma(at - 1);
    };
    const double here = jump(frame);
    if (std::fabs(here) < kFlashLight) return false;
    const std::int64_t last = std::min(frame + kFlash, frames() - 1);
    for (std::int64_t other = std::max<std::int64_t>(frame - kFlash, 1); other <= last; ++other)
        if (jump(other) * here < 0 && std::fabs(jump(other)) > kTakenBack * std::fabs(here))
            return true;
    return false;
}

/// How unlike two frames on one side are that lie as far apart, the less of both sides.
float ShotDetector::usual(std::int64_t before, std::int64_t after) {
    const std::int64_t apart = after - before;
    if (before < apart || after + apart >= frames()) return 0;
    return std::min(unlikeness(before - apart, before), unlikeness(after, after + apart));
}

void ShotDetector::take(const Blend& blend) {
    if (unlikeness(blend.before, blend.after) < kLeastUnlikeEnds) return;
    transitions_.push_back({TransitionKind::Dissolve, {blend.before + 1}, {blend.after - 1}});
}

void ShotDetector::take(const Fade& fade) {
    const auto kind = fade.isIn ? TransitionKind::FadeIn : TransitionKind::FadeOut;
    transitions_.push_back({kind, {fade.from}, {fade.to}});
}

/// Makes up what lies before frame `end`: the half of a fade is no dissolve, and what changes
/// quickly within a transition is no cut.
void ShotDetector::settle(std::int64_t end) {
    const auto isFade = [](const Transition& each) {
        return each.kind != TransitionKind::Dissolve;
    };
    const auto isHalfOfFade = [&](const Transition& dissolve) {
        return !isFade(dissolve) &&
               std::any_of(transitions_.begin(), transitions_.end(), [&](const Transition& fade) {
                   return isFade(fade) && fade.from <= dissolve.to && dissolve.from <= fade.to;
               });
    };
    std::erase_if(transitions_, isHalfOfFade);
    std::erase_if(cuts_, [&](std::int64_t cut) {
        return std::any_of(transitions_.begin(), transitions_.end(), [&](const Transition& each) {
            return each.from.number - kEdge < cut && cut <= each.to.number + kEdge;
        });
    });
    const auto settledCuts =
        std::find_if(cuts_.begin(), cuts_.end(), [&](std::int64_t cut) { return cut >= end; });
    for (auto cut = cuts_.begin(); cut != settledCuts; ++cut)
        found_.cuts.push_back({first_ + *cut});
    cuts_.erase(cuts_.begin(), settledCuts);
    std::sort(transitions_.begin(),
              transitions_.end(),
              [](const Transition& a, const Transition& b) { return a.from < b.from; });
    std::erase_if(transitions_, [&](const Transition& each) {
        const bool isSettled = each.to.number + kEdge < end;
        if (isSettled)
            found_.transitions.push_back(
                {each.kind, {first_ + each.from.number}, {first_ + each.to.number}});
        return isSettled;
    });
}

}  // namespace subs::media
