// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>

#include "qc/cue_drawing.h"
#include "qc/rule.h"
#include "qc/wording.h"

#include <fmt/format.h>

#include <algorithm>

namespace subs::rules_of {
namespace {

/// What libass draws nothing or a space for.
bool isControl(char32_t codePoint) {
    return codePoint < 0x20 || (codePoint >= 0x7F && codePoint < 0xA0);
}

std::string nameOf(char32_t codePoint) {
    return fmt::format("U+{:04X}", static_cast<std::uint32_t>(codePoint));
}

}  // namespace

void fontMissingGlyph(const RuleContext& context, Violations& violations) {
    if (!context.drawing.canMeasure()) return;
    for (std::size_t i = 0; i < context.lines.size(); ++i) {
        std::vector<char32_t> missing;
        for (const MissingCharacter& one : context.drawing.sketch(i).missing)
            if (!isControl(one.codePoint)) missing.push_back(one.codePoint);
        if (missing.empty()) continue;
        const std::string more =
            missing.size() > 1
                ? fmt::format(" and {} more",
                              quantity(std::to_string(missing.size() - 1), "character"))
                : std::string();
        violations.push_back(
            {i,
             static_cast<double>(missing.size()),
             0,
             "characters",
             fmt::format(
                 "line {} has {}{} that no font has; write it otherwise or install a font for it",
                 i + 1,
                 nameOf(missing.front()),
                 more)});
    }
}

}  // namespace subs::rules_of
