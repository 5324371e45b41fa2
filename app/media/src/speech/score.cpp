// SPDX-License-Identifier: GPL-3.0-or-later
#include "score.h"

#include "sliding.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace subs::media::speech {
namespace {

/// The loudest that passes is taken to be at least this loud, -55 dB of full scale, so that silence
/// has no loudest.
constexpr float kFaintest = -5.5F;

/// By logistic regression on 15 minutes of tests/bench/speech_clips.py (set `tune`, seeds 1 to 3 of
/// 300 s) in all four beds, on the beds alone, and on 8 minutes of trains of clicks and knocks of
/// 0.5 to 120 ms, 1 to 7 a second; what holds no speech counted half. No clip of the set `report`
/// had a part in it. All signs but Flutter were left of twenty when the one that helps least was
/// taken away again and again. In the order of `Sign`.
constexpr float kBias = 2.75F;
constexpr Signs kWeights = {0.815F, 11.5F, 16.6F, 2.63F, 10.8F, 4.26F, -27.2F, -0.664F, -10.3F};

/// No speech is where in 0.8 s nothing stands out for 70 ms: silence, and clicks alone.
constexpr std::size_t kAround = 40;
constexpr float kStandsOut = 0.15F;
constexpr float kCertainlyNone = -5;

std::vector<float> each(std::span<const FrameTraits> traits,
                        const std::function<float(const FrameTraits&)>& measure) {
    std::vector<float> values(traits.size());
    std::ranges::transform(traits, values.begin(), measure);
    return values;
}

/// `levels` without what stands out for less than 70 ms.
std::vector<float> withoutFlutter(std::span<const float> levels) {
    return slidingGreatest(slidingLeast(levels, 3), 3);
}

std::vector<float> loudness(std::span<const FrameTraits> traits) {
    auto levels = slidingMean(each(traits, &FrameTraits::passing), 20);
    const auto loudest = slidingGreatest(levels, 1000);
    for (std::size_t i = 0; i < levels.size(); ++i)
        levels[i] = std::max(levels[i] - std::max(loudest[i], kFaintest), -4.0F);
    return levels;
}

/// How far means of 70 ms swing round means of 250 ms.
std::vector<float> syllables(std::span<const float> contrast) {
    auto swing = slidingMean(contrast, 3);
    const auto middle = slidingMean(contrast, 12);
    for (std::size_t i = 0; i < swing.size(); ++i)
        swing[i] = std::abs(swing[i] - middle[i]);
    return slidingMean(swing, 40);
}

/// How much of the 0.8 s around a frame stands above the bed, 0 to 1; half where what passes is
/// twice the bed.
std::vector<float> activity(std::vector<float> contrast) {
    for (float& value : contrast)
        value = 1 / (1 + std::exp(4 * (0.3F - value)));
    return slidingMean(contrast, kAround);
}

/// How much of `active` is owed to what flutters.
std::vector<float> flutter(std::span<const float> contrast, std::span<const float> active) {
    auto share = activity(withoutFlutter(contrast));
    std::ranges::transform(active, share, share.begin(), std::minus());
    return share;
}

}  // namespace

std::vector<Signs> signsOf(std::span<const FrameTraits> traits) {
    const auto contrast = each(traits, &FrameTraits::contrast);
    std::array<std::vector<float>, kSigns> rows;
    rows[Contrast] = slidingMean(contrast, 2);
    rows[Active] = activity(contrast);
    rows[Flutter] = flutter(contrast, rows[Active]);
    rows[Loudness] = loudness(traits);
    rows[Syllables] = syllables(contrast);
    rows[Slope] = slidingMean(each(traits, &FrameTraits::slope), 20);
    rows[Held] = slidingMean(each(traits, &FrameTraits::likeness), 40);
    rows[Peaks] = slidingMean(each(traits, &FrameTraits::peaks), 3);
    rows[Harmonic] = slidingMean(each(traits, &FrameTraits::pitch), 2);
    std::vector<Signs> signs(traits.size());
    for (std::size_t sign = 0; sign < kSigns; ++sign) {
        for (std::size_t i = 0; i < signs.size(); ++i)
            signs[i][sign] = rows[sign][i];
    }
    return signs;
}

std::vector<float> scoresOf(std::span<const FrameTraits> traits) {
    const auto signs = signsOf(traits);
    const auto most =
        slidingGreatest(withoutFlutter(each(traits, &FrameTraits::contrast)), kAround);
    std::vector<float> scores(signs.size());
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const float score =
            std::inner_product(kWeights.begin(), kWeights.end(), signs[i].begin(), kBias);
        scores[i] = most[i] < kStandsOut ? std::min(score, kCertainlyNone) : score;
    }
    return scores;
}

}  // namespace subs::media::speech
