// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/glossary.h>
#include <subs/text/line_break.h>

#include "text/break_place.h"
#include "text/khmer_break_words.h"

#include <optional>
#include <string_view>
#include <utility>

namespace subs {

/// Grades places beside Khmer letters.
class KhmerBreakPrices {
public:
    explicit KhmerBreakPrices(Glossary glossary = {}) : glossary_(std::move(glossary)) {}

    /// The text whose places are asked for: where its lines may end, and its words.
    void assign(std::string_view text, const Offsets& breaks, const Offsets& words);
    /// Nothing where a line may not end.
    std::optional<BreakGrade> gradeOf(const BreakPlace& place) const;

private:
    struct Neighbour {
        khmer_word::Kinds kinds = 0;
        std::size_t size = 0;  ///< Of the word, in bytes.
    };

    Neighbour wordBefore(const BreakPlace& place) const;
    Neighbour wordAfter(const BreakPlace& place) const;
    BreakGrade gradeAtSpace(const BreakPlace& place,
                            khmer_word::Kinds before,
                            khmer_word::Kinds after) const;
    BreakGrade gradeBetween(const BreakPlace& place,
                            khmer_word::Kinds before,
                            khmer_word::Kinds after) const;
    bool isCompoundJoin(const BreakPlace& place) const;
    bool isInAgreedName(const BreakPlace& place) const;
    bool isInSpacedName(const BreakPlace& place) const;
    bool isInTitledName(const BreakPlace& place) const;
    bool beginsName(const BreakPlace& place) const;
    bool beginsOrdinal(const BreakPlace& place) const;
    std::size_t endOfWord(std::size_t begin) const;
    std::size_t beginOfWord(std::size_t end) const;

    Glossary glossary_;
    std::string_view text_;
    Offsets words_;
    Offsets cuts_;  ///< Of lines and words, with both ends of the text.
};

}  // namespace subs
