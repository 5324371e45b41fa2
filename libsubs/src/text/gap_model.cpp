// SPDX-License-Identifier: MIT
#include "text/gap_model.h"

namespace subs {

GapScores GapModel::scores(const GapFacts& facts) const {
    GapScores scores{};
    for (const std::uint32_t fact : facts) {
        const GapCell& cell = cells_[placeOf(fact)];
        // Without a branch, which nobody could foretell.
        const std::int32_t isKnown = cell.check == checkOf(fact) ? 1 : 0;
        for (std::size_t kind = 0; kind < kGapKinds; ++kind)
            scores[kind] += isKnown * cell.weights[kind];
    }
    return scores;
}

}  // namespace subs
