// SPDX-License-Identifier: MIT
#include "text/gap_model.h"

namespace subs {

GapScores GapModel::scores(const GapFacts& facts) const {
    GapScores scores{};
    for (const std::uint32_t fact : facts) {
        const Weight* weights = weights_ + placeOf(fact);
        for (std::size_t kind = 0; kind < kGapKinds; ++kind)
            scores[kind] += weights[kind];
    }
    return scores;
}

}  // namespace subs
