// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// What a word costs in a text: a hundred times the negative natural logarithm of how often it is
/// one of all words. Costs add up; the likeliest words of a text are the cheapest.
using WordCost = std::int32_t;

/// A word that a text has at some place.
struct WordMatch {
    std::size_t end = 0;  ///< In the symbols of the text.
    WordCost cost = 0;
};

/// Khmer words and their costs, in a trie over `KhmerSymbols` (ICU's BytesTrie).
class Lexicon {
public:
    /// Of the word lists in `libsubs/data/khmer`; part of the program, nothing is loaded.
    static Lexicon builtIn();
    /// Of a serialised trie, which is borrowed.
    explicit Lexicon(const char* trie) : trie_(trie) {}

    /// Puts the words into `matches` that `symbols` has from `at` on, shortest first.
    void findAt(std::string_view symbols, std::size_t at, std::vector<WordMatch>& matches) const;

    /// All words and what they cost.
    std::map<std::string, WordCost> words() const;

    /// What `word`, in symbols, costs; nothing where it is no word.
    std::optional<WordCost> costOf(std::string_view word) const;

private:
    const char* trie_;
};

}  // namespace subs
