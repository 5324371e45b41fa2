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

std::int32_t of(GapKind kind, const GapScores& scores) {
    return scores[static_cast<std::size_t>(kind)];
}

bool isWordEnd(const GapScores& scores) {
    return of(GapKind::Word, scores) >
           std::max(of(GapKind::Join, scores), of(GapKind::Inside, scores));
}

/// Whether a line may end there.
bool isLineBreak(const GapScores& scores, const Margins& margins) {
    const std::int32_t against = of(GapKind::Inside, scores);
    return of(GapKind::Word, scores) > against + margins.word ||
           of(GapKind::Join, scores) > against + margins.join;
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

void KhmerWords::mark(const BreakText& text, const AskedGaps& asked) {
    forEachKhmerRun(text, [&](std::size_t first, std::size_t last) {
        run_.assign(text, first, last);
        markRun(text, first, asked);
    });
}

void KhmerWords::markRun(const BreakText& text, std::size_t first, const AskedGaps& asked) {
    const std::vector<FoundWord>& words = search_.wordsOf(run_);
    features_.assign(run_, search_);
    for (std::size_t i = 0; i < words.size(); ++i) {
        const FoundWord& word = words[i];
        markInside(word, first, asked);
        if (word.end == run_.size()) return;
        const std::string_view shown = text.stretch(first + word.begin, first + word.end);
        markBetween(word, words[i + 1], first + word.end, isKhmerPrefix(shown), asked);
    }
}

/// Where a word of the lexicon, or what it does not know, falls into parts.
void KhmerWords::markInside(const FoundWord& word,
                            std::size_t first,
                            const AskedGaps& asked) const {
    const bool isWhole = word.source == WordSource::Glossary;
    for (std::size_t boundary = word.begin + 1; boundary < word.end; ++boundary) {
        const GapScores scores = isWhole ? GapScores() : model_.scores(features_.at(boundary));
        asked.put(first + boundary,
                  !isWhole && isWordEnd(scores),
                  !isWhole && isLineBreak(scores, kInside));
    }
}

/// At the gap between two words. A line never ends after a prefix; whether a word does depends on
/// what it means there: អ្នក is a pronoun too.
void KhmerWords::markBetween(const FoundWord& before,
                             const FoundWord& after,
                             std::size_t gap,
                             bool isPrefix,
                             const AskedGaps& asked) const {
    if (before.source == WordSource::Glossary || after.source == WordSource::Glossary)
        return asked.put(gap, true, !isPrefix);
    const GapScores scores = model_.scores(features_.at(before.end));
    asked.put(gap, isWordEnd(scores), !isPrefix && isLineBreak(scores, kBetween));
}

}  // namespace subs
