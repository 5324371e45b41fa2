// SPDX-License-Identifier: MIT
#include "edit/legacy_runs.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace subs {
namespace {

constexpr double kDoubtful = 0.5;

/// Finds the legacy text of a document.
class LegacyFinder {
public:
    LegacyFinder(const Document& document, const LegacyOptions& options)
        : document_(document), options_(options) {}

    std::vector<LegacyRun> found() {
        const StyleIndex styles(document_);
        for (std::size_t i = 0; i < document_.cues.size(); ++i)
            for (const FontRun& run : fontRunsOf(styles, document_.cues[i]))
                take(i, run);
        if (options_.font)
            takeAsked();
        else
            takeJudged();
        std::ranges::stable_sort(runs_, [](const LegacyRun& a, const LegacyRun& b) {
            return a.cue != b.cue ? a.cue < b.cue : a.where.begin < b.where.begin;
        });
        return std::move(runs_);
    }

private:
    std::string_view textOf(std::size_t cue, const FontRun& run) const {
        return std::string_view(document_.cues[cue].text.plain)
            .substr(run.begin, run.end - run.begin);
    }

    void take(std::size_t cue, const FontRun& run) {
        const auto font = legacyFontOf(fontNameOf(run, document_.cues[cue]));
        if (!font)
            others_.push_back({cue, run});
        else
            runs_.push_back({cue, run, *font, LegacyReason::FontName, outcomeFor(*font)});
    }

    LegacyOutcome outcomeFor(LegacyFont font) const {
        if (options_.font)
            return font == *options_.font ? LegacyOutcome::Converted : LegacyOutcome::OtherFamily;
        return LegacyTable::of(font) ? LegacyOutcome::Converted : LegacyOutcome::NoTable;
    }

    /// Where nothing is set in a font of the family, all else is meant.
    void takeAsked() {
        const auto isAsked = [](const LegacyRun& run) {
            return run.outcome == LegacyOutcome::Converted;
        };
        if (std::ranges::any_of(runs_, isAsked)) return;
        for (LegacyRun& run : others_) {
            run.font = *options_.font;
            run.reason = LegacyReason::Asked;
            runs_.push_back(run);
        }
    }

    /// Line by line, all together.
    void takeJudged() {
        std::vector<LegacyRun> lines;
        std::vector<std::string_view> texts;
        for (const LegacyRun& run : others_)
            forEachLine(run, [&](const LegacyRun& line) {
                lines.push_back(line);
                texts.push_back(textOf(line.cue, line.where));
            });
        const std::vector<double> confidences = legacyConfidences(texts);
        for (std::size_t i = 0; i < lines.size(); ++i)
            takeJudgedLine(lines[i], confidences[i]);
    }

    void takeJudgedLine(LegacyRun& line, double confidence) {
        if (confidence < kDoubtful) return;
        line.reason = LegacyReason::Statistics;
        line.confidence = confidence;
        line.scope = LegacyScope::KeepLatinWords;
        if (confidence < options_.leastConfidence) line.outcome = LegacyOutcome::Doubtful;
        runs_.push_back(line);
    }

    template <class Use>
    void forEachLine(const LegacyRun& run, Use use) {
        const std::string& plain = document_.cues[run.cue].text.plain;
        for (std::uint32_t at = run.where.begin; at < run.where.end;) {
            const std::size_t lineEnd = plain.find('\n', at);
            LegacyRun line = run;
            line.where.begin = at;
            line.where.end = static_cast<std::uint32_t>(
                std::min<std::size_t>(lineEnd, static_cast<std::size_t>(run.where.end)));
            if (line.where.end > at) use(line);
            at = line.where.end + 1;
        }
    }

    const Document& document_;
    const LegacyOptions& options_;
    std::vector<LegacyRun> runs_;
    std::vector<LegacyRun> others_;  ///< In no font that is known to be legacy.
};

}  // namespace

std::vector<LegacyRun> legacyRunsOf(const Document& document, const LegacyOptions& options) {
    return LegacyFinder(document, options).found();
}

}  // namespace subs
