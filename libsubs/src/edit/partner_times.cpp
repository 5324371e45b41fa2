// SPDX-License-Identifier: MIT
#include <subs/edit/partner_times.h>

#include "edit/partners.h"
#include "edit/times_inside.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <utility>

namespace subs {
namespace {

constexpr std::int64_t kStep = 100;        ///< ms: starts that differ by less are at one time.
constexpr std::int64_t kFarthest = 10000;  ///< ms
constexpr std::size_t kFewest = 4;         ///< Cues that tell of a whole track.
constexpr std::size_t kNeighbours = 32;    ///< That a cue is compared with, so that it is linear.

/// The starts of what has words, in milliseconds, ascending.
std::vector<std::int64_t> startsOf(const Document& document, std::span<const CueId> startless) {
    std::vector<std::int64_t> starts;
    for (const Cue& cue : document.cues)
        if (canBePartner(cue, startless)) starts.push_back(cue.start.nearestMilliseconds());
    std::ranges::sort(starts);
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    return starts;
}

/// All differences between starts of the two that are not too far apart.
std::vector<std::int64_t> differencesBetween(const std::vector<std::int64_t>& first,
                                             const std::vector<std::int64_t>& second) {
    std::vector<std::int64_t> differences;
    for (const std::int64_t start : first) {
        const auto from = std::ranges::lower_bound(second, start - kFarthest);
        for (auto at = from; at != second.end() && *at - start <= kFarthest; ++at) {
            if (static_cast<std::size_t>(at - from) == kNeighbours) break;
            differences.push_back(*at - start);
        }
    }
    std::ranges::sort(differences);
    return differences;
}

/// A run of an ascending list.
struct Run {
    std::size_t begin = 0;
    std::size_t length = 0;
};

/// The longest one whose values differ by less than `kStep`.
Run densestOf(const std::vector<std::int64_t>& values) {
    Run best;
    std::size_t begin = 0;
    for (std::size_t end = 1; end <= values.size(); ++end) {
        while (values[end - 1] - values[begin] >= kStep)
            ++begin;
        if (end - begin > best.length) best = {begin, end - begin};
    }
    return best;
}

std::size_t atOnce(const std::vector<std::int64_t>& differences) {
    return static_cast<std::size_t>(std::ranges::count_if(
        differences, [](std::int64_t difference) { return std::abs(difference) < kStep; }));
}

}  // namespace

PartnerTimes withPartnerTimes(Document track, const Document& master, const Startless& startless) {
    PartnerTimes result;
    for (Partners& partners : partnersOf(master, track, {startless[1], startless[0]})) {
        const bool isTimedInside = std::ranges::any_of(partners.cues[1], [&](const Shown& cue) {
            return hasTimesInside(track.cues[cue.place].text);
        });
        if (partners.areAlone() || isTimedInside) continue;
        const std::vector<Shown> before = partners.cues[1];
        keepTimes(partners, 0);
        for (std::size_t i = 0; i < before.size(); ++i) {
            const Shown& now = partners.cues[1][i];
            if (now == before[i]) continue;
            result.moved.push_back(now.place);
            track.cues[now.place].start = now.start;
            track.cues[now.place].end = now.end;
        }
    }
    std::ranges::sort(result.moved);
    result.document = std::move(track);
    return result;
}

std::array<std::vector<std::size_t>, 2> withoutPartners(const Document& first,
                                                        const Document& second,
                                                        const Startless& startless) {
    std::array<std::vector<std::size_t>, 2> alone;
    for (const Partners& partners : partnersOf(first, second, startless))
        for (const std::size_t track : {0U, 1U})
            if (partners.cues[1 - track].empty())
                for (const Shown& cue : partners.cues[track])
                    alone[track].push_back(cue.place);
    for (auto& places : alone)
        std::ranges::sort(places);
    return alone;
}

std::optional<Time> shiftBetween(const Document& first,
                                 const Document& second,
                                 const Startless& startless) {
    const std::vector<std::int64_t> starts = startsOf(first, startless[0]);
    const std::vector<std::int64_t> others = startsOf(second, startless[1]);
    const std::size_t fewer = std::min(starts.size(), others.size());
    if (fewer < kFewest) return std::nullopt;
    const std::vector<std::int64_t> differences = differencesBetween(starts, others);
    const Run run = densestOf(differences);
    if (run.length * 2 < fewer || run.length < 2 * atOnce(differences)) return std::nullopt;
    const std::int64_t middle = differences[run.begin + run.length / 2];
    if (std::abs(middle) < kStep) return std::nullopt;
    return Time::fromMilliseconds(middle);
}

}  // namespace subs
