// SPDX-License-Identifier: MIT
#include "text/lexicon_states.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <queue>
#include <span>
#include <string_view>
#include <utility>

namespace subs {
namespace {

using Word = std::pair<std::string_view, WordCost>;

/// As many places as a base can lead to, so that no place is looked for past the end.
constexpr std::size_t kBlock = 256;

/// Places for the states, dealt out so that no two are in each other's way.
class Places {
public:
    /// A base from which all of `symbols`, in order, lead to free places, which are then taken.
    std::uint32_t baseFor(const std::vector<std::uint8_t>& symbols) {
        // Places that did not do for many are left behind, so that a search stays short.
        constexpr int kMostTries = 30;
        int tries = 0;
        begin_ = nextFree(begin_);
        std::size_t place = begin_;
        while (!fits(place ^ symbols.front(), symbols)) {
            if (++tries % kMostTries == 0) begin_ = place;
            place = nextFree(place + 1);
        }
        const std::size_t base = place ^ symbols.front();
        isBase_[base] = true;
        for (const std::uint8_t symbol : symbols)
            take(base ^ symbol);
        return static_cast<std::uint32_t>(base);
    }

    std::vector<LexiconState> states;

private:
    bool isTaken(std::size_t place) const { return next_[place] != place; }
    void take(std::size_t place) { next_[place] = static_cast<std::uint32_t>(place + 1); }

    /// Halves the way over what is taken for those who come after, so that no run of taken places
    /// is walked over again and again.
    std::size_t nextFree(std::size_t place) {
        while (place < next_.size() && isTaken(place)) {
            const std::size_t next = next_[place];
            if (next < next_.size()) next_[place] = next_[next];
            place = next;
        }
        if (place == next_.size()) addBlock();
        return place;
    }

    bool fits(std::size_t base, const std::vector<std::uint8_t>& symbols) const {
        return !isBase_[base] && std::none_of(symbols.begin(), symbols.end(), [&](auto symbol) {
            return isTaken(base ^ symbol);
        });
    }

    void addBlock() {
        const bool isFirst = states.empty();
        states.resize(states.size() + kBlock);
        isBase_.resize(states.size());
        while (next_.size() < states.size())
            next_.push_back(static_cast<std::uint32_t>(next_.size()));
        if (isFirst) take(0);  // the state before any symbol
    }

    /// Of a free place itself, of one that is taken a later one, up to which all are.
    std::vector<std::uint32_t> next_;
    std::vector<bool> isBase_;
    std::size_t begin_ = 0;  ///< Nothing is looked for before it.
};

/// Words that begin alike, and the state that what they begin with leads to.
struct Family {
    std::span<const Word> words;
    std::size_t length = 0;  ///< Of what they begin with.
    std::size_t place = 0;
    std::uint8_t symbol = 0;  ///< Its last.
};

/// The words of `family` that go on alike, by the next symbol; those of the word itself by 0.
std::vector<Family> childrenOf(const Family& family) {
    std::vector<Family> children;
    for (std::size_t i = 0; i < family.words.size(); ++i) {
        const std::string_view word = family.words[i].first;
        const bool isWhole = word.size() == family.length;
        const std::uint8_t symbol = isWhole ? 0 : static_cast<std::uint8_t>(word[family.length]);
        if (children.empty() || children.back().symbol != symbol)
            children.push_back({family.words.subspan(i, 0), family.length + 1, 0, symbol});
        Family& child = children.back();
        child.words = {child.words.data(), child.words.size() + 1};
    }
    return children;
}

}  // namespace

std::vector<LexiconState> lexiconStates(const std::map<std::string, WordCost>& costs) {
    if (costs.empty()) return {};
    const std::vector<Word> words(costs.begin(), costs.end());
    Places places;
    std::queue<Family> open;
    open.push({words, 0, 0, 0});
    for (; !open.empty(); open.pop()) {
        const Family& family = open.front();
        std::vector<Family> children = childrenOf(family);
        std::vector<std::uint8_t> symbols;
        symbols.reserve(children.size());
        for (const Family& child : children)
            symbols.push_back(child.symbol);
        const std::uint32_t base = places.baseFor(symbols);
        if (places.states.size() > LexiconState::kBases) return {};
        const bool isWord = symbols.front() == 0;
        places.states[family.place] = LexiconState(family.symbol, base, isWord);
        if (isWord) places.states[base] = LexiconState::ofCost(family.words.front().second);
        for (Family& child : children) {
            child.place = base ^ child.symbol;
            if (child.symbol != 0) open.push(child);
        }
    }
    return std::move(places.states);
}

}  // namespace subs
