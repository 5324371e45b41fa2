// SPDX-License-Identifier: MIT
#pragma once

#include "text/lexicon.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace subs {

/// The words of a lexicon that a text may be in the middle of, as far as it was read. All are
/// looked up side by side, so that memory is not waited for one after the other. Keeps its buffer.
class OpenWords {
public:
    explicit OpenWords(Lexicon lexicon) : lexicon_(lexicon) {}

    void clear() { size_ = 0; }
    /// A word may begin at `place`, which is the next one to be read.
    void begin(std::uint32_t place) {
        if (size_ == open_.size()) open_.resize(2 * size_ + 8);
        open_[size_++] = {lexicon_.begin(), place};
    }
    /// Takes the next symbol, which is not 0, and forgets what no word goes on with.
    void read(char symbol) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < size_; ++i) {
            // Without a branch, which nobody could foretell.
            const LexiconState next = lexicon_.next(open_[i].state, symbol);
            open_[kept] = {next, open_[i].begin};
            kept += next.isReachedBy(symbol) ? 1U : 0U;
        }
        size_ = kept;
    }
    /// Calls `use(begin, cost)` for each word that ends here, the longest first.
    template <class Use>
    void forEachWord(Use use) const {
        for (std::size_t i = 0; i < size_; ++i) {
            const Open& open = open_[i];
            if (open.state.isWord()) use(open.begin, lexicon_.costAt(open.state));
        }
    }

private:
    struct Open {
        LexiconState state;
        std::uint32_t begin = 0;
    };

    Lexicon lexicon_;
    std::vector<Open> open_;  ///< The first `size_` of them.
    std::size_t size_ = 0;
};

}  // namespace subs
