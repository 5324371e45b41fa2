// SPDX-License-Identifier: MIT
#include "text/lexicon.h"

#include <limits>
#include <utility>
#include <vector>

namespace subs {
std::map<std::string, WordCost> Lexicon::words() const {
    std::map<std::string, WordCost> words;
    std::vector<std::pair<std::string, LexiconState>> open{{std::string(), begin()}};
    while (!open.empty()) {
        const auto [read, state] = std::move(open.back());
        open.pop_back();
        if (state.isWord()) words.emplace(read, costAt(state));
        for (int value = 1; value <= std::numeric_limits<std::uint8_t>::max(); ++value) {
            const char symbol = static_cast<char>(value);
            const LexiconState longer = next(state, symbol);
            if (longer.isReachedBy(symbol)) open.emplace_back(read + symbol, longer);
        }
    }
    return words;
}

std::optional<WordCost> Lexicon::costOf(std::string_view word) const {
    LexiconState state = begin();
    for (const char symbol : word) {
        state = next(state, symbol);
        if (!state.isReachedBy(symbol)) return std::nullopt;
    }
    if (!state.isWord()) return std::nullopt;
    return costAt(state);
}

}  // namespace subs
