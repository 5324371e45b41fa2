// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <cstddef>
#include <string_view>
#include <vector>

namespace subs {

/// True of a line with Latin letters and letters of another script.
bool holdsTwoScripts(std::string_view line);

/// A track with lines that hold both languages: a space stands where a line break was, as files
/// have it whose format has no line breaks.
struct PartedLines {
    Document document;                 ///< With a line break there.
    std::vector<std::size_t> parted;   ///< Places of the cues that got one.
    std::vector<std::size_t> unclear;  ///< Of those whose line holds both, nobody knows how.
};

/// `document` with such lines parted. A name in Latin letters stands in texts of any script; so a
/// cue is looked at only where no line of it is in Latin letters alone, nor is a cue that is shown
/// while it is. Where at least half of the cues in the other script are such, and they are more
/// than those with a line for each language, each is taken for a text and its translation, and
/// parted where its script changes: if it changes once in a line, at a space without a number
/// beside it. Marks before the space stay with what is before it, those that open something
/// ("(", "-") with what is behind it. What changes its script more often is unclear; so is, in a
/// track of other cues, a line with three words in Latin letters. O(n log n).
PartedLines withLinesParted(Document document);

}  // namespace subs
