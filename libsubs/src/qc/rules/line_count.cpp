// SPDX-License-Identifier: MIT
#include "qc/rule.h"
#include "qc/wording.h"

#include <fmt/format.h>

namespace subs::rules_of {

void lineCount(const RuleContext& context, Violations& violations) {
    if (!context.profile.maxLines) return;
    const int limit = *context.profile.maxLines;
    const auto count = static_cast<double>(context.lines.size());
    if (count <= limit) return;
    const std::string most = std::to_string(limit);
    violations.push_back(
        {{},
         count,
         static_cast<double>(limit),
         "lines",
         fmt::format(
             "has {}; {} {} allowed", quantity(plainNumber(count), "line"), most, isOrAre(most))});
}

}  // namespace subs::rules_of
