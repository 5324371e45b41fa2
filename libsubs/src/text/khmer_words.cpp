// SPDX-License-Identifier: MIT
#include "text/khmer_words.h"

#include "text/khmer_particles.h"
#include "text/khmer_symbols.h"
#include "text/lexicon_states.h"

#include <algorithm>
#include <map>
#include <optional>

namespace subs {
namespace {

/// By so much must what speaks for a gap outweigh what speaks against it. A line that ends in the
/// wrong place is worse than one that goes on, so more is asked there, and most of the joins of
/// what dictionaries list as one word. Chosen by training on all files of the dialogue but one, and
/// trying that one, in turn (tests/khmer/README.md).
struct Margins {
    std::int32_t word = 0;
    std::int32_t join = 0;
};
/// Between two words of the cheapest cut.
constexpr Margins kBetween{165, 165};
/// Inside of one, or of what the lexicon does not know.
constexpr Margins kInside{250, 700};

/// Whether there is a word boundary, or a place where a line may end.
bool isWanted(const GapScores& scores, GapUse use, const Margins& margins) {
    const auto of = [&](GapKind kind) { return scores[static_cast<std::size_t>(kind)]; };
    const std::int32_t against = of(GapKind::Inside);
    if (use == GapUse::Words) return of(GapKind::Word) > std::max(of(GapKind::Join), against);
    return of(GapKind::Word) > against + margins.word || of(GapKind::Join) > against + margins.join;
}

/// What a word of the glossary costs: less than nearly all words, so that it is found, but not so
/// little that it is found inside a longer word.
constexpr WordCost kAgreed = 600;

std::vector<LexiconState> statesOf(const Glossary& glossary) {
    std::map<std::string, WordCost> costs;
    for (const std::string& word : glossary.words()) {
        std::string symbols = khmerSymbols(word);
        if (!symbols.empty()) costs.emplace(std::move(symbols), kAgreed);
    }
    return lexiconStates(costs);
}

}  // namespace

KhmerWords::KhmerWords(const Glossary& glossary)
    : glossary_(statesOf(glossary)),
      search_(Lexicon::builtIn(),
              glossary_.empty() ? std::nullopt : std::optional(Lexicon(glossary_.data()))),
      model_(GapModel::builtIn()) {}

void KhmerWords::mark(const BreakText& text, GapUse use, Gaps& gaps) {
    forEachKhmerRun(text, [&](std::size_t first, std::size_t last) {
        run_.assign(text, first, last);
        markRun(text, first, use, gaps);
    });
}

void KhmerWords::markRun(const BreakText& text, std::size_t first, GapUse use, Gaps& gaps) {
    const std::vector<FoundWord>& words = search_.wordsOf(run_);
    features_.assign(run_, search_);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const FoundWord& word = words[i];
        markInside(word, first, use, gaps);
        if (word.end == run_.size()) return;
        const std::string_view shown = text.stretch(first + word.begin, first + word.end);
        gaps[first + word.end] = ends(word, words[i + 1], use, isKhmerPrefix(shown)) ? 1 : 0;
    }
}

/// Where a word of the lexicon, or what it does not know, falls into parts.
void KhmerWords::markInside(const FoundWord& word,
                            std::size_t first,
                            GapUse use,
                            Gaps& gaps) const {
    for (std::size_t boundary = word.begin + 1; boundary < word.end; ++boundary) {
        const bool isGap = word.source != WordSource::Glossary &&
                           isWanted(model_.scores(features_.at(boundary)), use, kInside);
        gaps[first + boundary] = isGap ? 1 : 0;
    }
}

/// Whether there is a gap between two words. A line never ends after a prefix; whether a word does
/// depends on what it means there: អ្នក is a pronoun too.
bool KhmerWords::ends(const FoundWord& before,
                      const FoundWord& after,
                      GapUse use,
                      bool isPrefix) const {
    if (isPrefix && use == GapUse::LineBreaks) return false;
    if (before.source == WordSource::Glossary || after.source == WordSource::Glossary) return true;
    return isWanted(model_.scores(features_.at(before.end)), use, kBetween);
}

}  // namespace subs
