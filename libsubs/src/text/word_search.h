// SPDX-License-Identifier: MIT
#pragma once

#include "text/khmer_run.h"
#include "text/lexicon.h"
#include "text/open_words.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <vector>

namespace subs {

/// What no way through a text costs; sums of a few of them stay inside 64 bits.
inline constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max() / 4;

/// Where a word was found.
enum class WordSource : std::uint8_t {
    Unknown,  ///< Nowhere: a stretch that holds no known word.
    Lexicon,
    Glossary,  ///< Agreed on by the project: whole, and parted from its neighbours.
};

/// A word of a run.
struct FoundWord {
    std::uint32_t begin = 0;  ///< A boundary of the run.
    std::uint32_t end = 0;
    WordSource source = WordSource::Unknown;
    WordCost cost = 0;
};

/// A word of the lexicon or the glossary that a run has somewhere, in its cheapest cut or not.
struct KnownWord {
    std::uint32_t begin = 0;  ///< A boundary of the run.
    std::uint32_t end = 0;
    WordCost cost = 0;
};

/// Finds the words of unspaced Khmer: of all ways to cut a run into words of a lexicon, words of a
/// glossary and unknown stretches, the cheapest. Keeps its buffers from one run to the next.
class WordSearch {
public:
    explicit WordSearch(Lexicon lexicon, std::optional<Lexicon> glossary = std::nullopt)
        : lexicon_(lexicon) {
        if (glossary) glossary_.emplace(*glossary);
    }

    /// The words of `run`, which they cover, in their order; valid until the next call. O(n).
    const std::vector<FoundWord>& wordsOf(const KhmerRun& run);

    /// The same words once more.
    const std::vector<FoundWord>& words() const { return words_; }
    /// All that the same run could be cut into, by where they end.
    const std::vector<KnownWord>& known() const { return known_; }
    /// What the cheapest cut of the same run costs that has a gap at `boundary`.
    std::int64_t costThrough(std::size_t boundary) const {
        return nodes_[boundary].cost + nodes_[boundary].rest;
    }
    /// What the cheapest cut costs that has `word`.
    std::int64_t costWith(const KnownWord& word) const {
        return nodes_[word.begin].cost + word.cost + nodes_[word.end].rest;
    }

private:
    /// The cheapest way to a boundary.
    struct Node {
        std::int64_t cost = 0;
        std::int64_t rest = 0;   ///< Of the cheapest way from here to the end.
        std::uint32_t from = 0;  ///< Where its last word begins.
        WordSource source = WordSource::Unknown;
    };

    void read(std::string_view cluster, std::uint32_t boundary);
    void offerWords(const OpenWords& words, std::uint32_t end, WordSource source);
    void offerUnknown(std::size_t from);
    void findRests();
    void offer(std::size_t from, std::size_t to, WordCost cost, WordSource source);

    OpenWords lexicon_;
    std::optional<OpenWords> glossary_;
    std::vector<Node> nodes_;
    std::vector<KnownWord> known_;
    std::vector<FoundWord> words_;
};

}  // namespace subs
