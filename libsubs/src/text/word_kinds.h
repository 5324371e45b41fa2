// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>

namespace subs {

/// Words of a language that are the same to a line break.
struct KindredWords {
    std::uint32_t kinds = 0;  ///< Bits, each a class of words.
    std::string_view list;    ///< Separated by spaces.
};

using KindsByWord = std::unordered_map<std::string_view, std::uint32_t>;

/// Each word of `lists` with the kinds of all the lists that it stands in.
KindsByWord kindsByWord(std::span<const KindredWords> lists);

/// The kinds of `word`; 0 where it stands in no list. O(1).
std::uint32_t kindsOf(std::string_view word, const KindsByWord& words);

}  // namespace subs
