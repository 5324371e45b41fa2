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

/// A state of a lexicon: what was read so far of a word. The next one, by a symbol, is at the place
/// `base() ^ symbol` if it says that it was reached by that symbol (a double array, as Aoe 1989 and
/// its variants have it, in four bytes). No two states have the same base.
class LexiconState {
public:
    static constexpr std::uint32_t kBases = std::uint32_t{1} << 23U;

    constexpr LexiconState() = default;
    constexpr LexiconState(std::uint8_t symbol, std::uint32_t base, bool isWord)
        : bits_(symbol | base << 8U | (isWord ? kWord : 0)) {}

    /// What a word costs is not a state, but stands where one would by symbol 0.
    static constexpr LexiconState ofCost(WordCost cost) {
        return LexiconState(0, static_cast<std::uint32_t>(cost), false);
    }

    constexpr std::uint8_t symbol() const { return static_cast<std::uint8_t>(bits_); }
    constexpr std::uint32_t base() const { return bits_ >> 8U & (kBases - 1); }
    constexpr bool isWord() const { return (bits_ & kWord) != 0; }
    constexpr WordCost cost() const { return static_cast<WordCost>(base()); }

private:
    static constexpr std::uint32_t kWord = std::uint32_t{1} << 31U;

    std::uint32_t bits_ = 0;
};
static_assert(sizeof(LexiconState) == 4);

/// Khmer words and their costs, in a trie over `KhmerSymbols` (lexicon_states.h makes it).
class Lexicon {
public:
    /// Of the word lists in `libsubs/data/khmer`; part of the program, nothing is loaded.
    static Lexicon builtIn();
    /// Of states that are borrowed, the first of them before any symbol.
    explicit Lexicon(const LexiconState* states) : states_(states) {}

    /// Puts the words into `matches` that `symbols`, none of them 0, has from `at` on, shortest
    /// first.
    void findAt(std::string_view symbols, std::size_t at, std::vector<WordMatch>& matches) const;

    /// All words and what they cost.
    std::map<std::string, WordCost> words() const;

    /// What `word`, in symbols, costs; nothing where it is no word.
    std::optional<WordCost> costOf(std::string_view word) const;

private:
    const LexiconState* states_;
};

}  // namespace subs
