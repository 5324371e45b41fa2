// SPDX-License-Identifier: MIT
#pragma once

#include "text/word_search.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace subs {

/// What all the words that a run could be cut into say of one of its boundaries.
struct LatticeFact {
    std::uint32_t word = 0;      ///< The word of the cheapest cut that the cluster behind it is in.
    std::uint32_t ending = 0;    ///< Clusters of the longest word that ends here; six at most.
    std::uint32_t starting = 0;  ///< The same of one that begins here,
    std::uint32_t crossing = 0;  ///< of one that goes on through it.
    /// In steps, how much dearer the cheapest cut gets if it must do otherwise here: must have a
    /// gap inside a word, or a word over a gap.
    std::uint32_t detour = 0;
    /// In steps, how much dearer than a word its two parts are; which parts are words otherwise.
    std::uint32_t split = 0;
};

/// Finds the facts of all boundaries of a run. Keeps its buffers from one run to the next.
class LatticeFacts {
public:
    /// For the run of `size` clusters that `search` has searched last. O(n).
    void assign(std::size_t size, const WordSearch& search);

    const LatticeFact& at(std::size_t boundary) const { return facts_[boundary]; }

private:
    /// What the parts of a word cost before a boundary and behind it; less than 0: no words.
    struct Parts {
        WordCost before = -1;
        WordCost after = -1;
    };

    void addWords(std::span<const FoundWord> words);
    void addKnown(const KnownWord& known, std::span<const FoundWord> words, std::int64_t cost);
    void addSteps(const WordSearch& search, std::size_t size);

    std::vector<LatticeFact> facts_;
    std::vector<std::int64_t> around_;  ///< The cheapest cut with a word over each boundary.
    std::vector<Parts> parts_;
};

}  // namespace subs
