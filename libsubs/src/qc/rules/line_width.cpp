// SPDX-License-Identifier: MIT
#include "qc/cue_drawing.h"
#include "qc/rule.h"
#include "qc/wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace subs::rules_of {
namespace {

/// What adding up glyphs in binary fractions may be off by.
constexpr double kNoise = 1e-9;
/// A line whose sketch takes no more of its limit keeps it: sketches are right to a hundredth or
/// two.
constexpr double kSurelyKept = 0.9;

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

/// By how much limits are broken; 1 and less is kept.
struct Excess {
    double em = 0;
    double share = 0;
    double most() const { return std::max(em, share); }
};

Excess excessOf(const DrawnWidth& width, const Profile& profile) {
    const auto excess = [](double measured, std::optional<double> limit) {
        return limit ? measured / *limit : 0;
    };
    return {excess(width.em.value, profile.maxLineWidthEm),
            excess(width.share, profile.maxLineWidthShare)};
}

void judgeLine(const RuleContext& context, std::size_t line, Violations& violations) {
    const Profile& profile = context.profile;
    const DrawnCue& cue = context.drawing.cue();
    const DrawnWidth sketched = cue.width(context.drawing.sketch(line).advance);
    if (excessOf(sketched, profile).most() <= kSurelyKept) return;
    const DrawnWidth width = cue.width(context.drawing.line(line).advance);
    const Excess excess = excessOf(width, profile);
    if (excess.most() <= 1 + kNoise) return;
    violations.push_back(excess.em >= excess.share
                             ? tooWideInEm(line, width, *profile.maxLineWidthEm)
                             : tooWideForPicture(line, width, *profile.maxLineWidthShare));
}

}  // namespace

void lineWidth(const RuleContext& context, Violations& violations) {
    const Profile& profile = context.profile;
    if (!profile.maxLineWidthEm && !profile.maxLineWidthShare) return;
    if (!context.drawing.canMeasure()) return;
    const bool needsFonts = profile.lineCountUse == LineCountUse::WithoutFont;
    for (std::size_t i = 0; i < context.lines.size(); ++i)
        if (!needsFonts || context.drawing.hasFonts(i)) judgeLine(context, i, violations);
}

}  // namespace subs::rules_of
