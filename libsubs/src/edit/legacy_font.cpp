// SPDX-License-Identifier: MIT
#include <subs/edit/edited_text.h>
#include <subs/edit/legacy_font.h>

#include "edit/legacy_runs.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <span>
#include <string_view>
#include <utility>

namespace subs {
namespace {

void addEdits(std::vector<TextEdit> edits, std::uint32_t by, std::vector<TextEdit>& all) {
    for (TextEdit& edit : edits) {
        edit.begin += by;
        edit.end += by;
        all.push_back(std::move(edit));
    }
}

bool isOfOneKind(const LegacyCue& cue, const LegacyRun& run) {
    return cue.font == run.font && cue.reason == run.reason && cue.outcome == run.outcome;
}

void addUnknown(std::u32string& all, std::u32string_view more) {
    for (const char32_t letter : more)
        if (all.find(letter) == std::u32string::npos) all += letter;
}

/// Converts the text of a document that is known to be legacy text.
class LegacyRewriter {
public:
    LegacyRewriter(const Document& document, const LegacyOptions& options)
        : document_(document), options_(options) {}

    LegacyConversion rewritten() {
        const std::vector<LegacyRun> runs = legacyRunsOf(document_, options_);
        for (auto run = runs.begin(); run != runs.end();) {
            const auto next = std::find_if(
                run, runs.end(), [&](const LegacyRun& one) { return one.cue != run->cue; });
            rewriteCue(std::span(run, next));
            run = next;
        }
        rewriteStyles();
        return std::move(result_);
    }

private:
    void rewriteCue(std::span<const LegacyRun> runs) {
        const std::size_t index = runs.front().cue;
        const Cue& before = document_.cues[index];
        const std::size_t firstTold = result_.cues.size();
        std::vector<TextEdit> edits;
        Cue after = before;
        for (const LegacyRun& run : runs)
            rewriteRun(run, firstTold, edits, after);
        if (!edits.empty()) {
            after.text = edited(after.text, edits);
            result_.change.steps.push_back({index, before, after});
        }
        for (std::size_t i = firstTold; i < result_.cues.size(); ++i)
            result_.cues[i].after = after.text.plain;
    }

    void rewriteRun(const LegacyRun& run,
                    std::size_t firstTold,
                    std::vector<TextEdit>& edits,
                    Cue& after) {
        if (run.outcome != LegacyOutcome::Converted) return tell(run, firstTold, {});
        const std::string_view text = std::string_view(after.text.plain)
                                          .substr(run.where.begin, run.where.end - run.where.begin);
        LegacyConverted done = convertedLegacy(text, options_.tableOf(run.font), run.scope);
        if (done.edits.empty()) return;
        tell(run, firstTold, done);
        addEdits(std::move(done.edits), run.where.begin, edits);
        if (run.reason != LegacyReason::FontName) return;
        if (run.where.span != FontRun::kNone)
            after.text.spans[run.where.span].value = options_.khmerFont;
        else if (run.where.style != nullptr)
            styles_.insert(run.where.style);
    }

    /// What is alike in one cue is told once.
    void tell(const LegacyRun& run, std::size_t firstTold, const LegacyConverted& done) {
        const double confidence =
            run.reason == LegacyReason::Statistics ? run.confidence : done.confidence;
        auto told = std::find_if(result_.cues.begin() + static_cast<std::ptrdiff_t>(firstTold),
                                 result_.cues.end(),
                                 [&](const LegacyCue& cue) { return isOfOneKind(cue, run); });
        if (told == result_.cues.end()) {
            const Cue& cue = document_.cues[run.cue];
            result_.cues.push_back({run.cue,
                                    run.font,
                                    run.reason,
                                    run.outcome,
                                    confidence,
                                    std::string(fontNameOf(run.where, cue)),
                                    cue.text.plain});
            told = std::prev(result_.cues.end());
        }
        told->confidence = std::min(told->confidence, confidence);
        addUnknown(told->unknown, done.unknown);
    }

    void rewriteStyles() {
        for (const Style* const before : styles_) {
            Style after = *before;
            after.fontName = options_.khmerFont;
            const auto index = static_cast<std::size_t>(before - document_.styles.data());
            result_.change.styles.push_back({index, *before, std::move(after)});
        }
    }

    const Document& document_;
    const LegacyOptions& options_;
    std::set<const Style*> styles_;  ///< Whose font converted text was set in.
    LegacyConversion result_;
};

}  // namespace

LegacyTable LegacyOptions::tableOf(LegacyFont family) const {
    if (table) return *table;
    const auto known = LegacyTable::of(family);
    assert(known);
    return *known;
}

LegacyConversion legacyConversion(const Document& document, const LegacyOptions& options) {
    return LegacyRewriter(document, options).rewritten();
}

}  // namespace subs
