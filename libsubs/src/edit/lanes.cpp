// SPDX-License-Identifier: MIT
#include "edit/lanes.h"

#include <algorithm>
#include <cstddef>

namespace subs {
namespace {

constexpr std::size_t kMostLanes = 32;

Time startOf(const Partners& partners) {
    const auto& [first, second] = partners.cues;
    if (first.empty()) return second.front().start;
    return second.empty() ? first.front().start
                          : std::min(first.front().start, second.front().start);
}

bool hasRoom(const Partners& lane, const Partners& next) {
    for (const std::size_t track : {0U, 1U}) {
        const auto& before = lane.cues[track];
        const auto& cues = next.cues[track];
        if (!before.empty() && !cues.empty() && cues.front().start < before.back().end)
            return false;
    }
    return true;
}

void append(Partners& lane, const Partners& next) {
    for (const std::size_t track : {0U, 1U})
        lane.cues[track].insert(
            lane.cues[track].end(), next.cues[track].begin(), next.cues[track].end());
}

}  // namespace

std::vector<Partners> lanesOf(std::span<const Partners> partners) {
    std::vector<const Partners*> order;
    order.reserve(partners.size());
    for (const Partners& one : partners)
        order.push_back(&one);
    std::ranges::stable_sort(order, {}, [](const Partners* one) { return startOf(*one); });
    std::vector<Partners> lanes;
    std::vector<Partners> others;
    for (const Partners* next : order) {
        const auto lane =
            std::ranges::find_if(lanes, [&](const Partners& one) { return hasRoom(one, *next); });
        if (lane != lanes.end())
            append(*lane, *next);
        else
            (lanes.size() < kMostLanes ? lanes : others).push_back(*next);
    }
    std::ranges::move(others, std::back_inserter(lanes));
    return lanes;
}

}  // namespace subs
