// SPDX-License-Identifier: MIT
#include "text/lexicon.h"

#include <limits>
#include <utility>

namespace subs {
namespace {

/// Goes on from `state` by `symbol`; false where no word does.
bool goOn(const LexiconState* states, LexiconState& state, char symbol) {
    const auto wanted = static_cast<std::uint8_t>(symbol);
    const LexiconState next = states[state.base() ^ wanted];
    if (next.symbol() != wanted) return false;
    state = next;
    return true;
}

WordCost costAt(const LexiconState* states, LexiconState word) {
    return states[word.base()].cost();
}

}  // namespace

void Lexicon::findAt(std::string_view symbols,
                     std::size_t at,
                     std::vector<WordMatch>& matches) const {
    matches.clear();
    LexiconState state = states_[0];
    while (at < symbols.size() && goOn(states_, state, symbols[at])) {
        ++at;
        if (state.isWord()) matches.push_back({at, costAt(states_, state)});
    }
}

std::map<std::string, WordCost> Lexicon::words() const {
    std::map<std::string, WordCost> words;
    std::vector<std::pair<std::string, LexiconState>> open{{std::string(), states_[0]}};
    while (!open.empty()) {
        const auto [read, state] = std::move(open.back());
        open.pop_back();
        if (state.isWord()) words.emplace(read, costAt(states_, state));
        for (int symbol = 1; symbol <= std::numeric_limits<std::uint8_t>::max(); ++symbol) {
            LexiconState next = state;
            if (goOn(states_, next, static_cast<char>(symbol)))
                open.emplace_back(read + static_cast<char>(symbol), next);
        }
    }
    return words;
}

std::optional<WordCost> Lexicon::costOf(std::string_view word) const {
    LexiconState state = states_[0];
    for (const char symbol : word) {
        if (!goOn(states_, state, symbol)) return std::nullopt;
    }
    if (!state.isWord()) return std::nullopt;
    return costAt(states_, state);
}

}  // namespace subs
