// SPDX-License-Identifier: MIT
#include <subs/text/doubts.h>
#include <subs/text/quotes.h>

#include "qc/mark_findings.h"
#include "qc/rule.h"

#include <algorithm>

namespace subs::rules_of {
namespace {

/// How many cues a quotation may go on over.
constexpr std::size_t kReach = 12;

/// The dialogue around the cue, and the place of the cue in it.
struct Neighbours {
    std::vector<std::string_view> texts;
    std::size_t own = 0;
};

Neighbours neighboursOf(const RuleContext& context) {
    const std::vector<Cue>& cues = context.document.cues;
    const std::size_t first = context.index - std::min(context.index, kReach);
    const std::size_t last = std::min(cues.size(), context.index + kReach + 1);
    Neighbours around;
    for (std::size_t i = first; i < last; ++i) {
        if (cues[i].kind != CueKind::Dialogue) continue;
        if (i == context.index) around.own = around.texts.size();
        around.texts.push_back(cues[i].text.plain);
    }
    return around;
}

}  // namespace

void khmerUnbalancedQuotes(const RuleContext& context, Violations& violations) {
    if (!context.marks.hasKhmer() || unbalancedIn(context.cue.text.plain).empty()) return;
    const Neighbours around = neighboursOf(context);
    std::vector<MarkPlace> places;
    for (const BalanceIssue& issue : unbalancedIn(around.texts))
        if (issue.text == around.own) places.push_back({issue.begin, issue.end});
    std::ranges::sort(places, {}, &MarkPlace::begin);
    addByLine(context, places, sentenceOf(DoubtKind::UnbalancedQuote), violations);
}

}  // namespace subs::rules_of
