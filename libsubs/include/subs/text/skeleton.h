// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

class Segmenter;

/// What `text` looks like: two texts that a reader cannot tell apart have one skeleton. Khmer by
/// `NormalisePolicy::Full`, a subscript DA as TA, no invisible characters, ៈ as ":", what other
/// scripts put beside Khmer that looks the same (text/punctuation.h) as Khmer, U+00A0 as a space;
/// other scripts in NFC. Unlike a search key (text/search_key.h) it keeps upper and lower case.
/// O(n).
std::string skeleton(std::string_view text);

/// A way to spell a word, and where it is met first.
struct Spelling {
    std::string word;
    std::size_t count = 0;
    std::size_t text = 0;     ///< Which one of the texts.
    std::uint32_t begin = 0;  ///< In its bytes.
    std::uint32_t end = 0;
};

/// A word that is spelt in more than one way, the commonest first.
using Variants = std::vector<Spelling>;

/// The words that `texts` spell now so and now so: with a subscript DA and TA, and ឲ្យ and ឱ្យ. In
/// the order in which they are met. Words as `segmenter` finds them. O(n log n).
std::vector<Variants> inconsistentVariants(std::span<const std::string_view> texts,
                                           Segmenter& segmenter);

}  // namespace subs
