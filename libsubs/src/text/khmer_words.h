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

#include <cstddef>
#include <vector>

namespace subs {

/// The gaps of a text that are asked for; null for those that are not.
struct AskedGaps {
    Gaps* words = nullptr;  ///< Between words; compounds are one.
    Gaps* lineBreaks =
        nullptr;  ///< Where a line may end: between words and between the parts of compounds.

    void put(std::size_t gap, bool isWordEnd, bool isLineBreak) const {
        if (words) (*words)[gap] = isWordEnd ? 1 : 0;
        if (lineBreaks) (*lineBreaks)[gap] = isLineBreak ? 1 : 0;
    }
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
    void mark(const BreakText& text, const AskedGaps& asked);

private:
    void markRun(const BreakText& text, std::size_t first, const AskedGaps& asked);
    void markInside(const FoundWord& word, std::size_t first, const AskedGaps& asked) const;
    void markBetween(const FoundWord& before,
                     const FoundWord& after,
                     std::size_t gap,
                     bool isPrefix,
                     const AskedGaps& asked) const;

    std::vector<LexiconState> glossary_;  ///< Empty without a glossary.
    WordSearch search_;
    GapModel model_;
    KhmerRun run_;
    GapFeatures features_;
};

}  // namespace subs
