// SPDX-License-Identifier: MIT
#include <subs/text/clusters.h>

#include "qc/cue_drawing.h"
#include "qc/rule.h"
#include "qc/wording.h"

#include <fmt/format.h>

namespace subs::rules_of {

void fontDottedCircle(const RuleContext& context, Violations& violations) {
    if (!context.drawing.canMeasure()) return;
    const std::string_view plain = context.cue.text.plain;
    for (std::size_t i = 0; i < context.lines.size(); ++i) {
        const auto& bad = context.drawing.sketch(i).badClusters;
        if (bad.empty()) continue;
        const std::size_t begin = bad.front();
        const std::string_view cluster = plain.substr(begin, nextCluster(plain, begin) - begin);
        violations.push_back(
            {i,
             static_cast<double>(bad.size()),
             0,
             "clusters",
             fmt::format(
                 "line {}: a sign in \"{}\"{} has no letter to stand on and is drawn on a dotted circle; take it out or type its letter",
                 i + 1,
                 shortened(cluster),
                 andMore(bad.size()))});
    }
}

}  // namespace subs::rules_of
