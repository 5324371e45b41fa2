// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace subs {

/// Byte offsets into UTF-8 text, ascending. 32 bits: a cue is never longer.
using Offsets = std::vector<std::uint32_t>;

/// Where the orthographic cluster that begins at byte `at` ends. In Khmer text that is a base with
/// its subscripts, signs and joiners (reference grammar: `base (U+17D2 base | mark | ZWNJ | ZWJ)*`;
/// malformed text: all signs that follow, a dangling U+17D2 stays, an orphan sign is a cluster of
/// its own, U+200B and U+2060 always end one; U+25CC stands for a base). In other scripts the
/// extended grapheme cluster of ICU, but that stacks of Myanmar stay whole as in Unicode 17, which
/// ICU 72 is older than (U+1039 is Indic_Conjunct_Break=Linker since Unicode 16). A line break
/// ("\r\n" too) is a cluster, and so is each byte that is no UTF-8. Unlike ICU 72's own characters,
/// never between a U+17D2 and its letter. `at` must be a boundary inside the text; O(length of the
/// cluster) in Khmer and ASCII.
std::size_t nextCluster(std::string_view text, std::size_t at);

/// Where the cluster that ends at `at` begins; `at` above 0.
std::size_t previousCluster(std::string_view text, std::size_t at);

/// The ends of all clusters: the last one is `text.size()`; empty for an empty text. O(n).
Offsets clusterEnds(std::string_view text);

/// The largest cluster boundary that is not after `at`.
std::size_t snappedToCluster(std::string_view text, std::size_t at);

}  // namespace subs
