// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace subs {

/// What a word costs in a text: a hundred times the negative natural logarithm of how often it is
/// one of all words. Costs add up; the likeliest words of a text are the cheapest.
using WordCost = std::int32_t;

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

    constexpr bool isReachedBy(char symbol) const {
        return static_cast<std::uint8_t>(bits_) == static_cast<std::uint8_t>(symbol);
    }
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

    LexiconState begin() const { return states_[0]; }
    /// Where a word goes on from `state`, if that is reached by `symbol`, which is not 0.
    LexiconState next(LexiconState state, char symbol) const {
        return states_[state.base() ^ static_cast<std::uint8_t>(symbol)];
    }
    /// What the word costs that `state` is.
    WordCost costAt(LexiconState state) const { return states_[state.base()].cost(); }

    /// All words and what they cost.
    std::map<std::string, WordCost> words() const;

    /// What `word`, in symbols, costs; nothing where it is no word.
    std::optional<WordCost> costOf(std::string_view word) const;

private:
    const LexiconState* states_;
};

}  // namespace subs
