// SPDX-License-Identifier: MIT
#include "format/xml/word_table.h"

#include <cstddef>

namespace subs {

std::uint16_t WordTable::indexOf(std::string_view word) {
    constexpr std::size_t kMost = 10'000;
    const auto known = indices_.find(word);
    if (known != indices_.end()) return known->second;
    if (words_.size() == kMost) return static_cast<std::uint16_t>(kMost - 1);
    const auto index = static_cast<std::uint16_t>(words_.size());
    words_.emplace_back(word);
    indices_.emplace(word, index);
    return index;
}

}  // namespace subs
