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

/// Reads on to `boundary`, over `cluster`.
void WordSearch::read(std::string_view cluster, std::uint32_t boundary) {
    for (OpenWords* words : {glossary_ ? &*glossary_ : nullptr, &lexicon_}) {
        if (words == nullptr) continue;
        words->begin(boundary - 1);
        for (const char symbol : cluster)
            words->read(symbol);
    }
    if (glossary_) offerWords(*glossary_, boundary, WordSource::Glossary);
    offerWords(lexicon_, boundary, WordSource::Lexicon);
}

void WordSearch::offerWords(const OpenWords& words, std::uint32_t end, WordSource source) {
    words.forEachWord([&](std::uint32_t begin, WordCost cost) {
        known_.push_back({begin, end, cost});
        offer(begin, end, cost, source);
    });
}

void WordSearch::offerUnknown(std::size_t from) {
    const std::size_t longest = std::min(kLongestUnknown, nodes_.size() - 1 - from);
    for (std::size_t clusters = 1; clusters <= longest; ++clusters)
        offer(from, from + clusters, unknownCost(clusters), WordSource::Unknown);
}

/// From the end on: what is behind a boundary is known when its words are looked at.
void WordSearch::findRests() {
    nodes_.back().rest = 0;
    std::size_t word = known_.size();
    for (std::size_t end = nodes_.size() - 1; end > 0; --end) {
        const std::int64_t behind = nodes_[end].rest;
        const auto offerRest = [&](std::size_t begin, WordCost cost) {
            nodes_[begin].rest = std::min(nodes_[begin].rest, cost + behind);
        };
        for (; word > 0 && known_[word - 1].end == end; --word)
            offerRest(known_[word - 1].begin, known_[word - 1].cost);
        for (std::size_t clusters = 1; clusters <= std::min(kLongestUnknown, end); ++clusters)
            offerRest(end - clusters, unknownCost(clusters));
    }
}

const std::vector<FoundWord>& WordSearch::wordsOf(const KhmerRun& run) {
    nodes_.assign(run.size() + 1, {kNever, kNever, 0, WordSource::Unknown});
    known_.clear();
    lexicon_.clear();
    if (glossary_) glossary_->clear();
    nodes_[0].cost = 0;
    for (std::size_t from = 0; from < run.size(); ++from) {
        offerUnknown(from);
        read(run.stretch(from, from + 1), static_cast<std::uint32_t>(from + 1));
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
