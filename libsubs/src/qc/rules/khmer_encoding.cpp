// SPDX-License-Identifier: MIT
#include <subs/text/conformance.h>

#include "qc/mark_findings.h"
#include "qc/rule.h"

#include <array>

namespace subs::rules_of {
namespace {

/// What is harmless to read, and only costs where text is searched, counted or edited.
bool isOfInvisibles(IssueKind kind) {
    switch (kind) {
        case IssueKind::StrayJoiner:
        case IssueKind::ByteOrderMark:
        case IssueKind::SoftHyphen:
        case IssueKind::DoubledSpace:
        case IssueKind::NeedlessSpace:
        case IssueKind::NeedlessJoiner:
            return true;
        default:
            return false;
    }
}

template <class Wanted>
void addIssues(const RuleContext& context, Wanted wanted, Violations& violations) {
    if (!context.marks.hasKhmer()) return;
    std::array<std::vector<MarkPlace>, kIssueKinds> places;
    for (const Issue& issue : issuesIn(context.cue.text.plain))
        if (wanted(issue.kind))
            places[static_cast<std::size_t>(issue.kind)].push_back({issue.begin, issue.end});
    for (std::size_t kind = 0; kind < kIssueKinds; ++kind)
        addByLine(context, places[kind], sentenceOf(static_cast<IssueKind>(kind)), violations);
}

}  // namespace

void khmerEncoding(const RuleContext& context, Violations& violations) {
    addIssues(
        context, [](IssueKind kind) { return !isOfInvisibles(kind); }, violations);
}

void khmerInvisibles(const RuleContext& context, Violations& violations) {
    addIssues(context, isOfInvisibles, violations);
}

}  // namespace subs::rules_of
