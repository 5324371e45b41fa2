// SPDX-License-Identifier: GPL-3.0-or-later
#include "stretch.h"

#include "edges.h"
#include "frames.h"
#include "heard.h"
#include "score.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace subs::media::speech {
namespace {

/// Frames that are done at once, ten seconds: the margins around them are done twice.
constexpr std::size_t kBlock = 1000;
/// Frames tell about a third of what each would tell alone, 10 ms apart and seen with those around
/// them.
constexpr double kWorth = 0.3;
/// What a change between speech and silence costs. 3 to 10 make no difference of 0.005 in F1 on the
/// tuning clips.
constexpr double kTurnCost = 6;
/// Frames round a rough run that are needed for its edges.
constexpr std::size_t kMargin = kRoughness + kHeardMargin;

template <class Value>
void dropFront(std::vector<Value>& values, std::size_t count) {
    values.erase(values.begin(),
                 values.begin() + static_cast<std::ptrdiff_t>(std::min(count, values.size())));
}

/// The frames up to which there is all that is needed of `available`, 0 where it is not worth it
/// yet.
std::size_t readyOf(std::size_t available, std::size_t margin, std::size_t done, bool isEnded) {
    if (isEnded) return available;
    const std::size_t ready = available - std::min(available, margin);
    return ready >= done + kBlock ? ready : 0;
}

Run movedBack(Run run, std::size_t frames) {
    return {run.begin - frames, run.end - frames};
}

double confidenceIn(const Course& course, Run run) {
    double sum = 0;
    for (const float score : std::span(course.scores).subspan(run.begin, run.length()))
        sum += 1 / (1 + std::exp(-double{score}));
    return sum / static_cast<double>(run.length());
}

}  // namespace

Stretch::Stretch(std::function<void(const FoundRun&)> found)
    : found_(std::move(found)), path_(kWorth, kTurnCost) {}

void Stretch::add(std::span<const float> samples) {
    while (!samples.empty()) {
        const auto part = samples.first(std::min(samples.size(), kBlock * kHop));
        samples = samples.subspan(part.size());
        samples_.insert(samples_.end(), part.begin(), part.end());
        envelope_.add(part, course_.envelope);
        measure(Sound::GoesOn);
    }
}

void Stretch::finish() {
    measure(Sound::Ended);
    score(Sound::Ended);
    std::vector<bool> decided;
    path_.finish(decided);
    follow(decided);
    handOut(Sound::Ended);
}

/// From samples to traits.
void Stretch::measure(Sound sound) {
    const std::size_t available = samplesFrom_ + samples_.size() / kHop;
    const std::size_t ready = readyOf(available, kTraitMargin, measured_, sound == Sound::Ended);
    if (ready <= measured_) return;
    const auto traits = meter_.of(samples_);
    const auto first = traits.begin() - static_cast<std::ptrdiff_t>(samplesFrom_);
    traits_.insert(traits_.end(),
                   first + static_cast<std::ptrdiff_t>(measured_),
                   first + static_cast<std::ptrdiff_t>(ready));
    measured_ = ready;
    const std::size_t keepFrom = std::max(samplesFrom_, ready - std::min(ready, kTraitMargin));
    dropFront(samples_, (keepFrom - samplesFrom_) * kHop);
    samplesFrom_ = keepFrom;
    score(Sound::GoesOn);
}

/// From traits to scores, and what they decide.
void Stretch::score(Sound sound) {
    const std::size_t ready = readyOf(measured_, kScoreMargin, scored_, sound == Sound::Ended);
    if (ready <= scored_) return;
    const auto scores = scoresOf(traits_);
    std::vector<bool> decided;
    for (std::size_t frame = scored_; frame < ready; ++frame) {
        course_.scores.push_back(scores[frame - traitsFrom_]);
        course_.passing.push_back(traits_[frame - traitsFrom_].passing);
        path_.add(course_.scores.back(), decided);
    }
    scored_ = ready;
    const std::size_t keepFrom = std::max(traitsFrom_, ready - std::min(ready, kScoreMargin));
    dropFront(traits_, keepFrom - traitsFrom_);
    traitsFrom_ = keepFrom;
    follow(decided);
    handOut(Sound::GoesOn);
}

/// From decided frames to rough runs.
void Stretch::follow(const std::vector<bool>& decided) {
    for (const Run& run : runsOf(decided, decided_)) {
        if (!rough_.empty() && rough_.back().end == run.begin)
            rough_.back().end = run.end;
        else
            rough_.push_back(run);
    }
    decided_ += decided.size();
}

/// Sharpens the rough runs round which everything is known.
void Stretch::handOut(Sound sound) {
    const auto isReady = [&](const Run& run) {
        return sound == Sound::Ended || run.end + kMargin < decided_;
    };
    while (!rough_.empty() && isReady(rough_.front())) {
        const Run rough = rough_.front();
        rough_.pop_front();
        const std::size_t next = rough_.empty() ? scored_ : rough_.front().begin;
        handOut(rough, {std::min(handedOutUntil_, rough.begin), next});
    }
    forget();
}

void Stretch::handOut(Run rough, Run within) {
    auto parts = heardParts(course_, movedBack(rough, courseFrom_), movedBack(within, courseFrom_));
    std::size_t earliest = within.begin - courseFrom_;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::size_t latest =
            i + 1 < parts.size() ? parts[i + 1].begin : within.end - courseFrom_;
        const Run sharp =
            sharpened(course_, parts[i], {std::min(earliest, parts[i].begin), latest});
        earliest = sharp.end;
        found_(
            {{sharp.begin + courseFrom_, sharp.end + courseFrom_}, confidenceIn(course_, sharp)});
    }
    handedOutUntil_ = earliest + courseFrom_;
}

/// Drops frames that no run can need any more.
void Stretch::forget() {
    const std::size_t needed = rough_.empty() ? decided_ : rough_.front().begin;
    const std::size_t keepFrom =
        std::clamp(needed - std::min(needed, kMargin + kEdgeMargin), courseFrom_, scored_);
    const std::size_t count = keepFrom - courseFrom_;
    dropFront(course_.envelope, count);
    dropFront(course_.passing, count);
    dropFront(course_.scores, count);
    courseFrom_ = keepFrom;
    handedOutUntil_ = std::max(handedOutUntil_, courseFrom_);
}

}  // namespace subs::media::speech
