// SPDX-License-Identifier: MIT
#include <subs/qc/check.h>
#include <subs/text/segment.h>

#include "model/drawn_lines.h"
#include "qc/cue_drawing.h"
#include "qc/file_rule.h"
#include "qc/finding_id.h"
#include "qc/rule.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace subs {
namespace {

/// The lines of a text; none of an empty one.
std::vector<std::string_view> linesOf(std::string_view plain) {
    std::vector<std::string_view> lines;
    if (plain.empty()) return lines;
    while (true) {
        const std::size_t end = plain.find('\n');
        lines.push_back(plain.substr(0, end));
        if (end == plain.npos) return lines;
        plain.remove_prefix(end + 1);
    }
}

bool endsLater(const Cue& cue, const Cue* than) {
    return cue.end && (!than || *cue.end > *than->end);
}

/// For each cue, of those that begin before it the one that ends last. Comments are no cues here.
std::vector<const Cue*> cuesBefore(const Document& document) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < document.cues.size(); ++i) {
        if (document.cues[i].kind == CueKind::Dialogue) order.push_back(i);
    }
    std::ranges::stable_sort(
        order, {}, [&document](std::size_t i) { return document.cues[i].start; });
    std::vector<const Cue*> before(document.cues.size(), nullptr);
    const Cue* latest = nullptr;
    for (const std::size_t i : order) {
        before[i] = latest;
        if (endsLater(document.cues[i], latest)) latest = &document.cues[i];
    }
    return before;
}

/// The same for one cue alone.
const Cue* cueBefore(const Document& document, std::size_t index) {
    const Cue& cue = document.cues[index];
    const Cue* latest = nullptr;
    for (std::size_t i = 0; i < document.cues.size(); ++i) {
        const Cue& other = document.cues[i];
        if (other.kind != CueKind::Dialogue) continue;
        if (std::pair(other.start, i) < std::pair(cue.start, index) && endsLater(other, latest))
            latest = &other;
    }
    return latest;
}

}  // namespace

struct Checker::State {
    Profile profile;
    CheckOptions options;
    DrawnLines drawn;
    std::unique_ptr<Segmenter> segmenter = nullptr;

    bool isOff(const RuleInfo& rule) const { return profile.off.contains(rule.id); }

    Severity severityOf(const RuleInfo& rule) const {
        const auto own = profile.severities.find(rule.id);
        return own == profile.severities.end() ? rule.severity : own->second;
    }

    void judge(const Document& document,
               std::size_t index,
               const Cue* before,
               std::vector<Finding>& findings) {
        const Cue& cue = document.cues[index];
        if (cue.kind != CueKind::Dialogue) return;
        const std::vector<std::string_view> lines = linesOf(cue.text.plain);
        KhmerMarks marks(cue.text.plain);
        CueDrawing drawing(drawn, document, cue, lines);
        const RuleContext context{
            profile, options, document, cue, before, lines, drawing, index, marks};
        Violations violations;
        for (const Rule& rule : ruleTable()) {
            if (isOff(rule.info)) continue;
            violations.clear();
            rule.judge(context, violations);
            if (violations.empty()) continue;
            const FindingIds ids(rule.info.id, cue);
            for (Violation& one : violations) {
                findings.push_back({ids.at(one.line),
                                    std::string(rule.info.id),
                                    severityOf(rule.info),
                                    cue.id,
                                    index,
                                    one.line,
                                    one.measured,
                                    one.limit,
                                    std::move(one.unit),
                                    std::move(one.message),
                                    one.column});
            }
        }
    }

    void judgeFile(const Document& document, std::vector<Finding>& findings) {
        FileContext context{document, drawn, {}, {}, segmenter};
        for (std::size_t i = 0; i < document.cues.size(); ++i) {
            const Cue& cue = document.cues[i];
            if (cue.kind != CueKind::Dialogue || !KhmerMarks(cue.text.plain).hasKhmer()) continue;
            context.texts.push_back(cue.text.plain);
            context.indices.push_back(i);
        }
        std::vector<FileViolation> violations;
        for (const FileRule& rule : fileRuleTable()) {
            if (isOff(rule.info)) continue;
            violations.clear();
            rule.judge(context, violations);
            for (FileViolation& one : violations)
                findings.push_back(findingOf(rule.info, document, one));
        }
    }

    Finding findingOf(const RuleInfo& rule, const Document& document, FileViolation& one) const {
        return {findingIdOfFile(rule.id, one.detail),
                std::string(rule.id),
                severityOf(rule),
                document.cues[one.index].id,
                one.index,
                std::nullopt,
                one.measured,
                0,
                "times",
                std::move(one.message),
                std::nullopt};
    }
};

Checker::Checker(Profile profile, CheckOptions options)
    : state_(std::make_unique<State>(
          State{std::move(profile), options, DrawnLines({.aspect = options.aspect}), {}})) {}
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;
Checker::~Checker() = default;

const Profile& Checker::profile() const {
    return state_->profile;
}

std::vector<Finding> Checker::check(const Document& document) {
    const std::vector<const Cue*> before = cuesBefore(document);
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < document.cues.size(); ++i)
        state_->judge(document, i, before[i], findings);
    state_->judgeFile(document, findings);
    std::ranges::stable_sort(findings, {}, &Finding::index);
    return findings;
}

std::vector<Finding> Checker::checkCue(const Document& document, std::size_t index) {
    std::vector<Finding> findings;
    state_->judge(document, index, cueBefore(document, index), findings);
    return findings;
}

}  // namespace subs
