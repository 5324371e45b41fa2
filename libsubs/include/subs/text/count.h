// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace subs {

class Segmenter;

/// What a profile counts a text in.
enum class CountUnit : std::uint8_t {
    CodePoints,  ///< Unicode code points.
    Graphemes,   ///< What a reader calls characters, in any script; in Khmer the same as clusters.
    Clusters,    ///< Orthographic clusters (text/clusters.h).
    Columns,     ///< Clusters, wide East Asian ones as 2 (UAX #11).
};

/// "code-points", "graphemes", "clusters" or "columns".
std::string_view nameOf(CountUnit unit);
/// The unit of such a name; nothing where there is none.
std::optional<CountUnit> countUnitNamed(std::string_view name);

/// How many there are in `text`. Line breaks and all invisible characters (U+200B–200F, U+2060,
/// U+FEFF, U+00AD, bidi controls) count 0, spaces and punctuation 1, in every unit; so does
/// a byte that is no UTF-8. O(n).
std::size_t counted(std::string_view text, CountUnit unit);

/// How many words `segmenter` finds in `text`: pieces with a letter or a digit. Spaces, punctuation
/// and the repetition sign U+17D7 are none. O(n).
std::size_t countedWords(std::string_view text, Segmenter& segmenter);

}  // namespace subs
