// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <cstddef>

namespace subs {

/// Bytes that a file of the cues of `document` will hardly exceed, with `around` bytes for each cue
/// beside its text. To be reserved: a text that outgrows its storage is in memory twice, while
/// storage that nothing is written into takes none. O(n).
std::size_t likelySize(const Document& document, std::size_t around);

}  // namespace subs
