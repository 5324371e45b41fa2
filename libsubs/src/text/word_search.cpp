// SPDX-License-Identifier: MIT
#include "text/word_search.h"

#include <algorithm>
#include <limits>

namespace subs {
namespace {

/// An unknown stretch costs so much, and so much more for each cluster: near what a rare word of
/// that length costs. Lower, and words are glued together; higher, and names fall to pieces.
constexpr WordCost kUnknown = 500;
constexpr WordCost kUnknownCluster = 500;
constexpr std::size_t kLongestUnknown = 6;

}  // namespace

void WordSearch::offer(std::size_t from, std::size_t to, WordCost cost, WordSource source) {
    const std::int64_t total = nodes_[from].cost + cost;
    if (total < nodes_[to].cost) nodes_[to] = {total, static_cast<std::uint32_t>(from), source};
}

void WordSearch::offerWords(const KhmerRun& run,
                            std::size_t from,
                            const Lexicon& lexicon,
                            WordSource source) {
    lexicon.findAt(run.symbols(), run.symbolAt(from), matches_);
    for (const WordMatch& match : matches_) {
        const std::uint32_t to = run.boundaryAt(match.end);
        if (to != KhmerRun::kInside) offer(from, to, match.cost, source);
    }
}

void WordSearch::offerUnknown(const KhmerRun& run, std::size_t from) {
    const std::size_t longest = std::min(kLongestUnknown, run.size() - from);
    for (std::size_t clusters = 1; clusters <= longest; ++clusters)
        offer(from,
              from + clusters,
              kUnknown + kUnknownCluster * static_cast<WordCost>(clusters),
              WordSource::Unknown);
}

const std::vector<FoundWord>& WordSearch::wordsOf(const KhmerRun& run) {
    nodes_.assign(run.size() + 1,
                  {std::numeric_limits<std::int64_t>::max() / 2, 0, WordSource::Unknown});
    nodes_[0].cost = 0;
    for (std::size_t from = 0; from < run.size(); ++from) {
        if (glossary_) offerWords(run, from, *glossary_, WordSource::Glossary);
        offerWords(run, from, lexicon_, WordSource::Lexicon);
        offerUnknown(run, from);
    }
    words_.clear();
    for (std::size_t end = run.size(); end > 0; end = nodes_[end].from) {
        const Node& node = nodes_[end];
        const std::int64_t cost = node.cost - nodes_[node.from].cost;
        words_.push_back(
            {node.from, static_cast<std::uint32_t>(end), node.source, static_cast<WordCost>(cost)});
    }
    std::reverse(words_.begin(), words_.end());
    return words_;
}

}  // namespace subs
