// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>

#include "qc/cue_drawing.h"
#include "qc/rule.h"
#include "qc/wording.h"

#include <fmt/format.h>

namespace subs::rules_of {
namespace {

Violation borrowing(std::size_t line,
                    const BorrowedText& first,
                    std::string_view text,
                    std::size_t places,
                    double count,
                    std::string_view font) {
    return {
        line,
        count,
        0,
        "characters",
        fmt::format(
            "line {}: {} has no \"{}\"{}, which is drawn in {}; name a font that has all of the line",
            line + 1,
            font,
            shortened(text),
            andMore(places),
            first.family)};
}

}  // namespace

/// Where the file names the font; else the player chooses it.
void fontFallback(const RuleContext& context, Violations& violations) {
    if (!context.drawing.canMeasure()) return;
    const DrawnCue& cue = context.drawing.cue();
    const std::string_view plain = context.cue.text.plain;
    for (std::size_t i = 0; i < context.lines.size(); ++i) {
        const BorrowedText* first = nullptr;
        std::size_t places = 0;
        std::size_t count = 0;
        for (const BorrowedText& one : context.drawing.sketch(i).borrowed) {
            if (!cue.namesFont(one.begin)) continue;
            if (!first) first = &one;
            ++places;
            count += countCodePoints(plain.substr(one.begin, one.end - one.begin));
        }
        if (!first) continue;
        violations.push_back(borrowing(i,
                                       *first,
                                       plain.substr(first->begin, first->end - first->begin),
                                       places,
                                       static_cast<double>(count),
                                       cue.fontAt(first->begin)));
    }
}

}  // namespace subs::rules_of
