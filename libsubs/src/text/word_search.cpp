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
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max() / 4;

constexpr WordCost unknownCost(std::size_t clusters) {
    return kUnknown + kUnknownCluster * static_cast<WordCost>(clusters);
}

}  // namespace

void WordSearch::offer(std::size_t from, std::size_t to, WordCost cost, WordSource source) {
    const std::int64_t total = nodes_[from].cost + cost;
    if (total < nodes_[to].cost) {
        nodes_[to].cost = total;
        nodes_[to].from = static_cast<std::uint32_t>(from);
        nodes_[to].source = source;
    }
}

void WordSearch::offerWords(const KhmerRun& run,
                            std::size_t from,
                            const Lexicon& lexicon,
                            WordSource source) {
    lexicon.findAt(run.symbols(), run.symbolAt(from), matches_);
    for (const WordMatch& match : matches_) {
        const std::uint32_t to = run.boundaryAt(match.end);
        if (to == KhmerRun::kInside) continue;
        known_.push_back({static_cast<std::uint32_t>(from), to, match.cost});
        offer(from, to, match.cost, source);
    }
}

void WordSearch::offerUnknown(const KhmerRun& run, std::size_t from) {
    const std::size_t longest = std::min(kLongestUnknown, run.size() - from);
    for (std::size_t clusters = 1; clusters <= longest; ++clusters)
        offer(from, from + clusters, unknownCost(clusters), WordSource::Unknown);
}

void WordSearch::findRests() {
    nodes_.back().rest = 0;
    std::size_t word = known_.size();
    for (std::size_t from = nodes_.size() - 1; from-- > 0;) {
        std::int64_t& rest = nodes_[from].rest;
        for (; word > 0 && known_[word - 1].begin == from; --word)
            rest = std::min(rest, known_[word - 1].cost + nodes_[known_[word - 1].end].rest);
        const std::size_t longest = std::min(kLongestUnknown, nodes_.size() - 1 - from);
        for (std::size_t clusters = 1; clusters <= longest; ++clusters)
            rest = std::min(rest, unknownCost(clusters) + nodes_[from + clusters].rest);
    }
}

const std::vector<FoundWord>& WordSearch::wordsOf(const KhmerRun& run) {
    nodes_.assign(run.size() + 1, {kNever, kNever, 0, WordSource::Unknown});
    known_.clear();
    nodes_[0].cost = 0;
    for (std::size_t from = 0; from < run.size(); ++from) {
        if (glossary_) offerWords(run, from, *glossary_, WordSource::Glossary);
        offerWords(run, from, lexicon_, WordSource::Lexicon);
        offerUnknown(run, from);
    }
    findRests();
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
