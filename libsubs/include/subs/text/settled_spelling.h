// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/segment.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// A word, the bytes [begin, end) of a text, that is known with the other one of the subscripts DA
/// and TA only: ខេត្ដ for ខេត្ត. The two look the same (reference on Khmer, section 8).
struct UnsettledSpelling {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string known;  ///< As the word lists have it.

    friend bool operator==(const UnsettledSpelling&, const UnsettledSpelling&) = default;
};

/// All of `text`, by the words that `segmenter` (of Khmer) finds. O(n).
std::vector<UnsettledSpelling> unsettledSpellingsIn(std::string_view text, Segmenter& segmenter);

}  // namespace subs
