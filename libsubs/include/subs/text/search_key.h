// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/text_edit.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace subs {

/// The bytes [begin, end) of a text.
struct TextRange {
    std::size_t begin = 0;
    std::size_t end = 0;

    friend bool operator==(const TextRange&, const TextRange&) = default;
};

/// A text as it is compared and searched: Khmer by `NormalisePolicy::Full`, with a subscript DA as
/// TA and without invisible characters; other scripts without case, in NFKC (UAX #31,
/// NFKC_Casefold). Two spellings of one word have one key: all twelve of ស្ត្រី.
class SearchKey {
public:
    /// O(n).
    explicit SearchKey(std::string_view text);

    const std::string& key() const { return key_; }
    /// The bytes of the text that the bytes [begin, end) of the key stand for.
    TextRange inText(std::size_t begin, std::size_t end) const;

private:
    OffsetMap spelling_;  ///< From the text to its Khmer put right.
    OffsetMap folding_;   ///< From there to the key.
    std::string key_;
};

/// True where both have one key.
bool isSameSpelling(std::string_view a, std::string_view b);

/// Where `text` has `query`, whatever the spelling of both: ranges of whole clusters, ascending,
/// without overlap. None for a query without a key (empty, or invisible). O(text + query).
std::vector<TextRange> findAll(std::string_view text, std::string_view query);
/// The same for a text, and a query's key, that are asked more than once; `key` is of `text`.
std::vector<TextRange> findAll(std::string_view text, const SearchKey& key, std::string_view query);

}  // namespace subs
