// SPDX-License-Identifier: MIT
#include "model/drawn_lines.h"
#include "qc/rule.h"
#include "qc/wording.h"

#include <fmt/format.h>

namespace subs::rules_of {
namespace {

/// What adding up glyphs in binary fractions may be off by.
constexpr double kNoise = 1e-9;

Violation tooWideInEm(std::size_t line, const DrawnWidth& width, double limit) {
    return {line,
            width.em.value,
            limit,
            "em",
            fmt::format("line {} is {} em wide in {}; {} em are allowed",
                        line + 1,
                        roundedUp(width.em.value),
                        width.font,
                        plainNumber(limit))};
}

Violation tooWideForPicture(std::size_t line, const DrawnWidth& width, double limit) {
    const double percent = width.share * 100;
    return {line,
            percent,
            limit * 100,
            "%",
            fmt::format("line {} takes {} % of the picture's width in {}; {} % are allowed",
                        line + 1,
                        roundedUp(percent),
                        width.font,
                        plainNumber(limit * 100))};
}

/// By how much a limit is broken; 1 and less is kept.
double excess(double measured, std::optional<double> limit) {
    return limit ? measured / *limit : 0;
}

}  // namespace

void lineWidth(const RuleContext& context, Violations& violations) {
    const Profile& profile = context.profile;
    if (!profile.maxLineWidthEm && !profile.maxLineWidthShare) return;
    const bool needsFonts = profile.lineCountUse == LineCountUse::WithoutFont;
    for (std::size_t i = 0; i < context.lines.size(); ++i) {
        const std::string_view line = context.lines[i];
        if (needsFonts && !context.drawn.hasFonts(context.document, context.cue, line)) continue;
        const auto width = context.drawn.widthOf(context.document, context.cue, line);
        if (!width) continue;
        const double em = excess(width->em.value, profile.maxLineWidthEm);
        const double share = excess(width->share, profile.maxLineWidthShare);
        if (em <= 1 + kNoise && share <= 1 + kNoise) continue;
        violations.push_back(em >= share
                                 ? tooWideInEm(i, *width, *profile.maxLineWidthEm)
                                 : tooWideForPicture(i, *width, *profile.maxLineWidthShare));
    }
}

}  // namespace subs::rules_of
