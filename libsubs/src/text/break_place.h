// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace subs {

/// A place where a line may end, for the rules that grade it.
struct BreakPlace {
    std::string_view text;
    std::size_t end = 0;   ///< Where the line ends, without the spaces behind it.
    std::size_t next = 0;  ///< Where the next one begins.
    char32_t last = 0;     ///< The character before `end`; 0 where there is none.
    char32_t first = 0;    ///< The one at `next`.

    bool isSpaced() const { return next > end; }
    std::string_view before() const { return text.substr(0, end); }
    std::string_view after() const { return text.substr(next); }
};

/// The place in `text` at which a line may end before byte `next`; spaces before it belong to
/// neither line.
BreakPlace breakPlaceAt(std::string_view text, std::size_t next);

/// The character that ends before byte `at`; 0 at the beginning.
char32_t characterBefore(std::string_view text, std::size_t at);

/// Where the spaces that end before byte `at` begin. Spaces that a line may not end at are none.
std::size_t withoutSpacesBefore(std::string_view text, std::size_t at);

/// True where a sentence or phrase ends before the place: punctuation, closing quotes passed over.
bool isAfterPunctuation(const BreakPlace& place);
/// True where a sentence ends there.
bool isAfterSentence(const BreakPlace& place);

}  // namespace subs
