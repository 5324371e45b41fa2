// SPDX-License-Identifier: MIT
#include "edit/written_edges.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace subs {
namespace {

/// A time at which a cue begins or ends, and whether one of the first track does.
struct EdgeTime {
    Time time;
    bool isOfFirst = false;
};

std::vector<EdgeTime> edgeTimesOf(const std::vector<Partners>& all) {
    std::vector<EdgeTime> edges;
    for (const Partners& partners : all)
        for (const std::size_t track : {0U, 1U})
            for (const Shown& cue : partners.cues[track]) {
                edges.push_back({cue.start, track == 0});
                edges.push_back({cue.end, track == 0});
            }
    std::ranges::sort(edges, [](const EdgeTime& a, const EdgeTime& b) {
        return a.time != b.time ? a.time < b.time : a.isOfFirst && !b.isOfFirst;
    });
    const auto isEqual = [](const EdgeTime& a, const EdgeTime& b) { return a.time == b.time; };
    edges.erase(std::unique(edges.begin(), edges.end(), isEqual), edges.end());
    return edges;
}

/// Times, ascending, and what each becomes.
using Became = std::vector<std::pair<Time, Time>>;

Became becameOf(const std::vector<EdgeTime>& edges, const WrittenTimes& written) {
    std::vector<Time> times;
    for (const EdgeTime& edge : edges)
        times.push_back(edge.time);
    const std::vector<Time> as = written(times);
    Became became;
    for (std::size_t begin = 0; begin < edges.size();) {
        std::size_t end = begin + 1;
        while (end < edges.size() && as[end] == as[begin])
            ++end;
        std::size_t kept = begin;
        while (kept < end && !edges[kept].isOfFirst)
            ++kept;
        const Time one = edges[kept < end ? kept : begin].time;
        for (; begin < end; ++begin)
            became.emplace_back(edges[begin].time, one);
    }
    return became;
}

Time lookedUp(const Became& became, Time time) {
    return std::ranges::lower_bound(became, time, {}, &Became::value_type::first)->second;
}

}  // namespace

void putOnWritten(std::vector<Partners>& all, const WrittenTimes& written) {
    const Became became = becameOf(edgeTimesOf(all), written);
    for (Partners& partners : all)
        for (auto& cues : partners.cues)
            for (Shown& cue : cues) {
                cue.start = lookedUp(became, cue.start);
                cue.end = lookedUp(became, cue.end);
            }
}

}  // namespace subs
