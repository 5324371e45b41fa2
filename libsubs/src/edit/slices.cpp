// SPDX-License-Identifier: MIT
#include "edit/slices.h"

#include <algorithm>

namespace subs {
namespace {

/// The moments at which a cue begins or ends, ascending.
std::vector<Time> edgesOf(const Partners& partners) {
    std::vector<Time> edges;
    for (const auto& cues : partners.cues)
        for (const Shown& cue : cues) {
            edges.push_back(cue.start);
            edges.push_back(cue.end);
        }
    std::ranges::sort(edges);
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

}  // namespace

std::vector<Slice> slicesOf(const Partners& partners) {
    const std::vector<Time> edges = edgesOf(partners);
    std::array<std::size_t, 2> at{};
    std::vector<Slice> slices;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        Slice slice{edges[i], edges[i + 1], {}};
        for (const std::size_t track : {0U, 1U}) {
            const std::vector<Shown>& cues = partners.cues[track];
            while (at[track] < cues.size() && cues[at[track]].end <= slice.start)
                ++at[track];
            if (at[track] < cues.size() && cues[at[track]].start <= slice.start)
                slice.places[track] = cues[at[track]].place;
        }
        if (slice.places[0] || slice.places[1]) slices.push_back(slice);
    }
    return slices;
}

bool lasts(const Partners& partners) {
    return std::ranges::all_of(partners.cues, [](const auto& cues) {
        return std::ranges::all_of(cues, [](const Shown& cue) { return cue.end > cue.start; });
    });
}

}  // namespace subs
