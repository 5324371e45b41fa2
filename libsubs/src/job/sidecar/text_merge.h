// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/text_edit.h>

#include <cstddef>
#include <string_view>
#include <vector>

namespace subs {

/// What was edited in a text, as edits of the text that it comes from.
struct MergedEdits {
    std::vector<TextEdit> edits;  ///< Of `original`; ascending, without overlap.
    /// For each of them the first of `editsBetween(written, edited)` that is in it.
    std::vector<std::size_t> sources;
    /// Where `original` says something else than `written` did and that was edited too: what was
    /// edited took its place.
    bool overlaps = false;
};

/// What `edited` changes in `written`, done to `original`, of which `written` is a version (diff3:
/// Khanna, Kunal and Pierce, 2007, where `edited` wins). Every character of `edited` that is not in
/// `written` is in the result. O(n).
MergedEdits mergedEdits(std::string_view original,
                        std::string_view written,
                        std::string_view edited);

/// The edits that make `after` out of `before`. Where only a letter or two are left between two
/// edits of a word they are one.
std::vector<TextEdit> editsBetween(std::string_view before, std::string_view after);

}  // namespace subs
