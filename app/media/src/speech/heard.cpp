// SPDX-License-Identifier: GPL-3.0-or-later
#include "heard.h"

#include "path.h"
#include "sliding.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace subs::media::speech {
namespace {

// All levels are decadic logarithms of powers: 1 is 10 dB. Numbers without a source were chosen on
// the tuning clips (see score.cpp) among three values or four.

/// What counts as heard is at most 25 dB below the loudest nearby ...
constexpr float kDeepest = 2.5F;
/// ... and at least this part of the way up from the faintest.
constexpr float kPartWay = 0.4F;
/// 3 dB above that line are certain.
constexpr float kCertain = 0.3F;
/// Certain frames that a change costs.
constexpr double kChange = 7;
constexpr std::size_t kLoudestReach = 60;
constexpr std::size_t kFaintestReach = 80;
constexpr std::size_t kShortestPause = 13;
/// A pause this far below its surroundings is silence.
constexpr float kSilent = 4.5F;
constexpr float kLowScore = 2;

/// Levels round a rough run.
struct Levels {
    std::size_t first = 0;    ///< The frame that the others begin with.
    std::vector<float> near;  ///< Over 30 ms.
    std::vector<float> loudest;
    std::vector<float> faintest;

    Levels(std::span<const float> passing, std::size_t begin)
        : first(begin),
          near(slidingMean(passing, 1)),
          loudest(slidingGreatest(slidingMean(passing, 4), kLoudestReach)),
          faintest(slidingMean(slidingLeast(slidingMean(passing, 6), kFaintestReach), 50)) {}

    /// From -1, surely not heard, to 1.
    float heard(std::size_t frame) const {
        const std::size_t i = frame - first;
        const float low = faintest[i] + kPartWay * (loudest[i] - faintest[i]);
        const float line = std::max(loudest[i] - kDeepest, low);
        return std::clamp((near[i] - line) / kCertain, -1.0F, 1.0F);
    }
    /// How far `run` lies below what is loudest around it, in the mean.
    float depth(Run run) const {
        float sum = 0;
        for (std::size_t i = run.begin - first; i < run.end - first; ++i)
            sum += loudest[i] - near[i];
        return sum / static_cast<float>(run.length());
    }
};

std::vector<Run> heardRuns(const Levels& levels, Run within) {
    SpeechPath path(2, kChange);
    std::vector<bool> decided;
    for (std::size_t frame = within.begin; frame < within.end; ++frame)
        path.add(levels.heard(frame), decided);
    path.finish(decided);
    return runsOf(decided, within.begin);
}

bool isPause(const Course& course, const Levels& levels, Run gap) {
    if (gap.length() < kShortestPause) return false;
    if (levels.depth(gap) >= kSilent) return true;
    const auto scores = std::span(course.scores).subspan(gap.begin, gap.length());
    const float sum = std::accumulate(scores.begin(), scores.end(), 0.0F);
    return sum < kLowScore * static_cast<float>(gap.length());
}

}  // namespace

std::vector<Run> heardParts(const Course& course, Run rough, Run within) {
    const Run reach = {std::max(within.begin, rough.begin - std::min(rough.begin, kRoughness)),
                       std::min(within.end, rough.end + kRoughness)};
    const std::size_t begin = reach.begin - std::min(reach.begin, kHeardMargin);
    const std::size_t end = std::min(reach.end + kHeardMargin, course.passing.size());
    const Levels levels(std::span(course.passing).subspan(begin, end - begin), begin);
    std::vector<Run> parts;
    for (const Run& run : heardRuns(levels, reach)) {
        if (run.end <= rough.begin || run.begin >= rough.end) continue;
        if (parts.empty() || isPause(course, levels, {parts.back().end, run.begin}))
            parts.push_back(run);
        else
            parts.back().end = run.end;
    }
    return parts.empty() ? std::vector<Run>{rough} : parts;
}

}  // namespace subs::media::speech
