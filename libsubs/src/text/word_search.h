// SPDX-License-Identifier: MIT
#pragma once

#include "text/khmer_run.h"
#include "text/lexicon.h"

#include <cstdint>
#include <vector>

namespace subs {

/// A word of a run, or a stretch that holds no known word.
struct FoundWord {
    std::uint32_t begin = 0;  ///< A boundary of the run.
    std::uint32_t end = 0;
    bool isKnown = false;
    WordCost cost = 0;
};

/// Finds the words of unspaced Khmer: of all ways to cut a run into words of lexicons and unknown
/// stretches, the cheapest. Keeps its buffers from one run to the next.
class WordSearch {
public:
    explicit WordSearch(std::vector<Lexicon> lexicons) : lexicons_(std::move(lexicons)) {}

    /// The words of `run`, which they cover, in their order; valid until the next call. O(n).
    const std::vector<FoundWord>& wordsOf(const KhmerRun& run);

private:
    /// The cheapest way to a boundary.
    struct Node {
        std::int64_t cost = 0;
        std::uint32_t from = 0;  ///< Where its last word begins.
        bool isKnown = false;
    };

    void offer(std::size_t from, std::size_t to, WordCost cost, bool isKnown);

    std::vector<Lexicon> lexicons_;
    std::vector<Node> nodes_;
    std::vector<WordMatch> matches_;
    std::vector<FoundWord> words_;
};

}  // namespace subs
