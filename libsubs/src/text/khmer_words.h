// SPDX-License-Identifier: MIT
#pragma once

#include "text/break_guard.h"
#include "text/break_units.h"
#include "text/gap_features.h"
#include "text/gap_model.h"
#include "text/khmer_run.h"
#include "text/word_search.h"

#include <cstdint>

namespace subs {

/// Which gaps are wanted.
enum class GapUse : std::uint8_t {
    Words,       ///< Between words; compounds are one.
    LineBreaks,  ///< Where a line may end: between words and between the parts of compounds.
};

/// Finds the words of unspaced Khmer: a lexicon proposes them, a model that learned from dialogue
/// joins what belongs together and parts compounds. Stretches that the lexicon does not know, names
/// above all, stay whole.
class KhmerWords {
public:
    KhmerWords();

    /// Marks the gaps inside the Khmer runs of `text`, and leaves the others as they are. O(n).
    void mark(const BreakText& text, GapUse use, Gaps& gaps);

private:
    void markRun(const BreakText& text, std::size_t first, GapUse use, Gaps& gaps);
    bool splits(std::size_t boundary, GapUse use) const;

    WordSearch search_;
    GapModel model_;
    KhmerRun run_;
    GapFeatures features_;
};

}  // namespace subs
