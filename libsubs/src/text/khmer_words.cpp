// SPDX-License-Identifier: MIT
#include "text/khmer_words.h"

#include "text/khmer_particles.h"

#include <algorithm>

namespace subs {
namespace {

/// By so much must what speaks for a gap inside a word of the lexicon outweigh what speaks against
/// it. A line that ends in the wrong place is worse than one that goes on, so more is asked there.
/// Chosen by the scenes of the dialogue that are held back.
constexpr std::int32_t kSplitMarginOfWords = 800;
constexpr std::int32_t kSplitMarginOfBreaks = 2000;

bool isWanted(const GapScores& scores, GapUse use, std::int32_t margin) {
    const auto of = [&](GapKind kind) { return scores[static_cast<std::size_t>(kind)]; };
    const std::int32_t against = of(GapKind::Inside) + margin;
    if (use == GapUse::Words) return of(GapKind::Word) > std::max(of(GapKind::Join), against);
    return std::max(of(GapKind::Word), of(GapKind::Join)) > against;
}

}  // namespace

KhmerWords::KhmerWords()
    : search_({Lexicon::builtIn()}), model_(GapModel::builtIn()), features_(Lexicon::builtIn()) {}

void KhmerWords::mark(const BreakText& text, GapUse use, Gaps& gaps) {
    forEachKhmerRun(text, [&](std::size_t first, std::size_t last) {
        run_.assign(text, first, last);
        markRun(text, first, use, gaps);
    });
}

void KhmerWords::markRun(const BreakText& text, std::size_t first, GapUse use, Gaps& gaps) {
    const std::vector<FoundWord>& words = search_.wordsOf(run_);
    features_.assign(run_, words);
    for (const FoundWord& word : words) {
        for (std::size_t boundary = word.begin + 1; boundary < word.end; ++boundary)
            gaps[first + boundary] = word.isKnown && splits(boundary, use) ? 1 : 0;
        if (word.end == run_.size()) return;
        const bool binds = isKhmerPrefix(text.stretch(first + word.begin, first + word.end));
        gaps[first + word.end] =
            !binds && isWanted(model_.scores(features_.at(word.end)), use, 0) ? 1 : 0;
    }
}

/// Whether a word of the lexicon falls into parts at `boundary`.
bool KhmerWords::splits(std::size_t boundary, GapUse use) const {
    const std::int32_t margin = use == GapUse::Words ? kSplitMarginOfWords : kSplitMarginOfBreaks;
    return isWanted(model_.scores(features_.at(boundary)), use, margin);
}

}  // namespace subs
