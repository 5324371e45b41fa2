// SPDX-License-Identifier: MIT
#include "qc/cue_drawing.h"
#include "qc/rule.h"
#include "qc/wording.h"

#include <fmt/format.h>

namespace subs::rules_of {
namespace {

/// True where the profile asks for the drawn width in place of the count, and there is one.
bool widthDecides(const RuleContext& context, std::size_t line) {
    const Profile& profile = context.profile;
    if (profile.lineCountUse == LineCountUse::Always) return false;
    if (!profile.maxLineWidthEm && !profile.maxLineWidthShare) return false;
    return context.drawing.hasFonts(line);
}

}  // namespace

void lineLength(const RuleContext& context, Violations& violations) {
    if (!context.profile.maxLineCount) return;
    const double limit = *context.profile.maxLineCount;
    const CountUnit unit = context.profile.lineUnit;
    for (std::size_t i = 0; i < context.lines.size(); ++i) {
        const auto length = static_cast<double>(counted(context.lines[i], unit));
        if (length <= limit || widthDecides(context, i)) continue;
        const std::string most = plainNumber(limit);
        violations.push_back({i,
                              length,
                              limit,
                              std::string(nameOf(unit)),
                              fmt::format("line {} is {} long; {} {} allowed",
                                          i + 1,
                                          quantity(plainNumber(length), wordFor(unit)),
                                          most,
                                          isOrAre(most))});
    }
}

}  // namespace subs::rules_of
