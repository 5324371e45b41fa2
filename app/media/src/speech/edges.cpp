// SPDX-License-Identifier: GPL-3.0-or-later
#include "edges.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <span>

namespace subs::media::speech {
namespace {

enum class Side { Onset, End };

/// The envelope across an edge of a span, seen from outside: an end is turned round.
struct Approach {
    std::vector<float> powers;
    std::size_t edge = 0;      ///< Place of the first frame inside.
    std::size_t earliest = 0;  ///< The edge may not go before it.
    std::size_t bed = 0;       ///< Place of the first frame that tells of the bed.
};

constexpr std::size_t kInside = 150;
/// The last frames before an edge may be speech already.
constexpr std::size_t kUnsure = 6;
/// The least that is looked at of the bed, though it may reach into another span.
constexpr std::size_t kLeastBed = 30;
/// A bed is steady where its loud frames have at most four times the power of its quiet ones, and
/// quiet 18 dB below the loudest of the span.
constexpr float kSteady = 4;
constexpr float kQuiet = 60;
/// 4 dB above the bed are no bed.
constexpr float kAboveBed = 2.5F;
/// What is 40 dB below the loudest of a span is not heard, and what is 20 dB below is its body.
constexpr float kHeard = 1e-4F;
constexpr float kBody = 1e-2F;
/// -90 dB of full scale: silence, however lively.
constexpr float kNothing = 1e-9F;

Approach approachOf(std::span<const float> envelope, Run run, Run within, Side side) {
    const bool isOnset = side == Side::Onset;
    const std::size_t there = isOnset ? run.begin : envelope.size() - run.end;
    const std::size_t inside = std::min(run.length(), kInside);
    const std::size_t outside = std::min(there, kEdgeMargin);
    const std::size_t first = isOnset ? run.begin - outside : run.end - inside;
    const auto powers = envelope.subspan(first, outside + inside);
    Approach approach{{powers.begin(), powers.end()}, outside};
    if (!isOnset) std::ranges::reverse(approach.powers);
    const std::size_t room = isOnset ? run.begin - within.begin : within.end - run.end;
    approach.earliest = outside - std::min(outside, room);
    approach.bed = std::min(approach.earliest, outside - std::min(outside, kLeastBed));
    return approach;
}

float percentile(std::vector<float> values, double share) {
    const auto place = static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
    std::ranges::nth_element(values, values.begin() + place);
    return values[static_cast<std::size_t>(place)];
}

/// The power above which a frame is none of the bed. Nothing where the bed is too lively or loud to
/// tell by powers alone.
std::optional<float> lineOver(const Approach& approach, float loudest) {
    const std::size_t end = approach.edge - std::min(approach.edge, kUnsure);
    if (end < approach.bed + 8) return std::nullopt;
    const auto first = approach.powers.begin() + static_cast<std::ptrdiff_t>(approach.bed);
    const std::vector<float> bed(first, first + static_cast<std::ptrdiff_t>(end - approach.bed));
    const float floor = percentile(bed, 0.3);
    const bool isSteady = percentile(bed, 0.9) <= floor * kSteady || floor < kNothing;
    if (!isSteady || floor * kQuiet > loudest) return std::nullopt;
    return std::max(floor * kAboveBed, loudest * kHeard);
}

/// The place of the edge: back from the first frame of the span's body to the last above the line,
/// over gaps of up to 40 ms. Nothing where the bed hides it.
std::optional<std::size_t> walkedOut(const Approach& approach) {
    constexpr std::size_t kGap = 4;
    constexpr std::size_t kFarthest = 30;
    const auto& powers = approach.powers;
    const float loudest = *std::max_element(
        powers.begin() + static_cast<std::ptrdiff_t>(approach.edge), powers.end());
    const auto line = lineOver(approach, loudest);
    if (!line) return std::nullopt;
    std::size_t body =
        std::max(approach.earliest, approach.edge - std::min<std::size_t>(approach.edge, 10));
    const std::size_t end = std::min(approach.edge + 20, powers.size());
    while (body < end && powers[body] < std::max(loudest * kBody, *line))
        ++body;
    if (body == end) return approach.edge;
    std::size_t last = body;
    const std::size_t farthest = std::max(approach.earliest, body - std::min(body, kFarthest));
    for (std::size_t place = body; place > farthest && last - place <= kGap;) {
        if (powers[--place] >= *line) last = place;
    }
    return last;
}

/// Where the level of what passes rises most near the onset: its mean over 120 ms behind against
/// that over 200 ms before. A rise is worth less the farther it is. One frame earlier, since a
/// frame is seen 11 ms before it begins.
std::size_t risen(std::span<const float> passing, Run run, Run within) {
    constexpr std::size_t kBehind = 12;
    constexpr std::size_t kBefore = 20;
    if (run.begin < kBefore) return run.begin;
    const std::size_t begin =
        std::max({within.begin + 1, run.begin - std::min<std::size_t>(run.begin, 35), kBefore});
    const std::size_t end = std::min({run.begin + 25,
                                      run.end - std::min<std::size_t>(run.end, 3),
                                      passing.size() - std::min(passing.size(), kBehind)});
    const auto head = passing.subspan(run.begin, std::min<std::size_t>(run.length(), 60));
    const float faintest = *std::ranges::max_element(head) - 2;
    const auto mean = [&](std::size_t from, std::size_t count) {
        float sum = 0;
        for (const float level : passing.subspan(from, count))
            sum += std::max(level, faintest);
        return sum / static_cast<float>(count);
    };
    std::size_t best = run.begin;
    float most = -1e9F;
    for (std::size_t place = begin; place < end; ++place) {
        const auto distance =
            static_cast<float>(std::max(place, run.begin) - std::min(place, run.begin));
        const float rise =
            mean(place, kBehind) - mean(place - kBefore, kBefore) - 0.005F * distance;
        if (rise > most) {
            most = rise;
            best = place - 1;
        }
    }
    return best;
}

}  // namespace

Run sharpened(const Course& course, Run run, Run within) {
    const auto onset = approachOf(course.envelope, run, within, Side::Onset);
    const auto end = approachOf(course.envelope, run, within, Side::End);
    const auto walkedOnset = walkedOut(onset);
    const auto walkedEnd = walkedOut(end);
    Run sharp = run;
    sharp.begin =
        walkedOnset ? run.begin + *walkedOnset - onset.edge : risen(course.passing, run, within);
    sharp.end = walkedEnd ? run.end + end.edge - *walkedEnd : std::min(run.end + 1, within.end);
    return sharp.begin < sharp.end ? sharp : run;
}

}  // namespace subs::media::speech
