// SPDX-License-Identifier: MIT
#include "text/lattice_facts.h"

#include <algorithm>
#include <array>
#include <limits>

namespace subs {
namespace {

constexpr std::uint32_t kLongest = 6;

/// Small differences tell more than large ones.
std::uint32_t stepOf(std::int64_t difference) {
    constexpr std::array kSteps{1, 50, 100, 200, 300, 400, 600, 800, 1000, 1300, 1600, 2000, 3000};
    return static_cast<std::uint32_t>(std::upper_bound(kSteps.begin(), kSteps.end(), difference) -
                                      kSteps.begin());
}

std::uint32_t splitOf(WordCost before, WordCost after, WordCost whole) {
    if (before < 0 || after < 0) return 1 + (before < 0 ? 0U : 1U) + (after < 0 ? 0U : 2U);
    const WordCost dearer = std::clamp(before + after - whole, -1000, 2000);
    return 8 + static_cast<std::uint32_t>(dearer + 1000) / 200;
}

void raise(std::uint32_t& longest, std::uint32_t length) {
    longest = std::max(longest, std::min(length, kLongest));
}

}  // namespace

void LatticeFacts::addWords(std::span<const FoundWord> words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (std::uint32_t at = words[i].begin; at < words[i].end; ++at)
            facts_[at].word = static_cast<std::uint32_t>(i);
    }
}

void LatticeFacts::addKnown(const KnownWord& known,
                            std::span<const FoundWord> words,
                            std::int64_t cost) {
    const std::uint32_t length = known.end - known.begin;
    raise(facts_[known.begin].starting, length);
    raise(facts_[known.end].ending, length);
    for (std::uint32_t at = known.begin + 1; at < known.end; ++at) {
        raise(facts_[at].crossing, length);
        around_[at] = std::min(around_[at], cost);
    }
    const FoundWord& word = words[facts_[known.begin].word];
    if (known.begin == word.begin && known.end < word.end) parts_[known.end].before = known.cost;
    if (known.end == word.end && known.begin > word.begin) parts_[known.begin].after = known.cost;
}

void LatticeFacts::addSteps(const WordSearch& search, std::size_t size) {
    constexpr std::uint32_t kIsGap = 32;
    const std::int64_t best = search.costThrough(0);
    for (std::size_t at = 1; at < size; ++at) {
        LatticeFact& fact = facts_[at];
        const FoundWord& word = search.words()[fact.word];
        const bool isGap = at == word.begin;
        fact.detour =
            isGap ? kIsGap + stepOf(around_[at] - best) : stepOf(search.costThrough(at) - best);
        fact.split = isGap ? 0 : splitOf(parts_[at].before, parts_[at].after, word.cost);
    }
}

void LatticeFacts::assign(std::size_t size, const WordSearch& search) {
    facts_.assign(size + 1, {});
    around_.assign(size + 1, kNever);
    parts_.assign(size + 1, {});
    addWords(search.words());
    for (const KnownWord& known : search.known())
        addKnown(known, search.words(), search.costWith(known));
    addSteps(search, size);
}

}  // namespace subs
