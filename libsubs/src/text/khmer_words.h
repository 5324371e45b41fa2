// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/glossary.h>

#include "text/break_guard.h"
#include "text/break_units.h"
#include "text/gap_features.h"
#include "text/gap_model.h"
#include "text/khmer_run.h"
#include "text/lexicon.h"
#include "text/word_search.h"

#include <cstdint>
#include <vector>

namespace subs {

/// Which gaps are wanted.
enum class GapUse : std::uint8_t {
    Words,       ///< Between words; compounds are one.
    LineBreaks,  ///< Where a line may end: between words and between the parts of compounds.
};

/// Finds the words of unspaced Khmer: a lexicon proposes them, a model that learned from dialogue
/// joins what belongs together and parts compounds and what the lexicon does not know. Words of the
/// glossary stay whole.
class KhmerWords {
public:
    explicit KhmerWords(const Glossary& glossary = {});
    KhmerWords(const KhmerWords&) = delete;
    KhmerWords& operator=(const KhmerWords&) = delete;

    /// Marks the gaps inside the Khmer runs of `text`, and leaves the others as they are. O(n).
    void mark(const BreakText& text, GapUse use, Gaps& gaps);

private:
    void markRun(const BreakText& text, std::size_t first, GapUse use, Gaps& gaps);
    void markInside(const FoundWord& word, std::size_t first, GapUse use, Gaps& gaps) const;
    bool ends(const FoundWord& before, const FoundWord& after, GapUse use, bool isPrefix) const;

    std::vector<LexiconState> glossary_;  ///< Empty without a glossary.
    WordSearch search_;
    GapModel model_;
    KhmerRun run_;
    GapFeatures features_;
};

}  // namespace subs
