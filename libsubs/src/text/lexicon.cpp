// SPDX-License-Identifier: MIT
#include "text/lexicon.h"

#include <unicode/bytestrie.h>

namespace subs {

void Lexicon::findAt(std::string_view symbols,
                     std::size_t at,
                     std::vector<WordMatch>& matches) const {
    matches.clear();
    icu::BytesTrie trie(trie_);
    UStringTrieResult state = trie.current();
    while (at < symbols.size() && USTRINGTRIE_HAS_NEXT(state)) {
        state = trie.next(static_cast<unsigned char>(symbols[at++]));
        if (USTRINGTRIE_HAS_VALUE(state)) matches.push_back({at, trie.getValue()});
    }
}

std::map<std::string, WordCost> Lexicon::words() const {
    std::map<std::string, WordCost> words;
    UErrorCode status = U_ZERO_ERROR;
    icu::BytesTrie::Iterator word(trie_, 0, status);
    while (word.next(status)) {
        const icu::StringPiece symbols = word.getString();
        words.emplace(std::string(symbols.data(), static_cast<std::size_t>(symbols.size())),
                      word.getValue());
    }
    return words;
}

std::optional<WordCost> Lexicon::costOf(std::string_view word) const {
    icu::BytesTrie trie(trie_);
    UStringTrieResult state = trie.current();
    for (const char symbol : word) {
        if (!USTRINGTRIE_HAS_NEXT(state)) return std::nullopt;
        state = trie.next(static_cast<unsigned char>(symbol));
    }
    if (!USTRINGTRIE_HAS_VALUE(state)) return std::nullopt;
    return trie.getValue();
}

}  // namespace subs
