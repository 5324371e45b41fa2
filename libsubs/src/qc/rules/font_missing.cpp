// SPDX-License-Identifier: MIT
#include <subs/base/counted.h>

#include "model/drawn_lines.h"
#include "qc/file_rule.h"

#include <fmt/format.h>

#include <algorithm>

namespace subs::rules_of {
namespace {

/// A font that is asked for in vain.
struct Missing {
    ReplacedFont font;
    std::size_t index = 0;  ///< Of the first cue that asks for it.
    std::size_t cues = 0;
};

void take(const ReplacedFont& font, std::size_t index, std::vector<Missing>& all) {
    auto known =
        std::ranges::find(all, font.asked, [](const Missing& missing) -> const std::string& {
            return missing.font.asked;
        });
    if (known == all.end()) known = all.insert(all.end(), {font, index, 0});
    ++known->cues;
}

}  // namespace

void fontMissing(FileContext& context, std::vector<FileViolation>& violations) {
    std::vector<Missing> all;
    const std::vector<Cue>& cues = context.document.cues;
    for (std::size_t i = 0; i < cues.size(); ++i) {
        if (cues[i].kind != CueKind::Dialogue) continue;
        for (const ReplacedFont& font :
             context.drawn.prepared(context.document, cues[i]).replacedFonts())
            take(font, i, all);
    }
    for (const Missing& one : all)
        violations.push_back(
            {one.index,
             static_cast<double>(one.cues),
             fmt::format("\"{}\" is not installed and {} stands in, in {}; install it or name a "
                         "font that is",
                         one.font.asked,
                         one.font.inUse,
                         counted(one.cues, "cue")),
             one.font.asked});
}

}  // namespace subs::rules_of
