// SPDX-License-Identifier: MIT
#include "text/word_kinds.h"

#include <algorithm>

namespace subs {

KindsByWord kindsByWord(std::span<const KindredWords> lists) {
    KindsByWord words;
    for (const KindredWords& kindred : lists) {
        for (std::size_t from = 0; from < kindred.list.size();) {
            const std::size_t end = std::min(kindred.list.find(' ', from), kindred.list.size());
            words[kindred.list.substr(from, end - from)] |= kindred.kinds;
            from = end + 1;
        }
    }
    return words;
}

std::uint32_t kindsOf(std::string_view word, const KindsByWord& words) {
    const auto found = words.find(word);
    return found == words.end() ? 0 : found->second;
}

}  // namespace subs
