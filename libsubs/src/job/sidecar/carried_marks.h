// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>
#include <subs/text/text_edit.h>

#include <optional>
#include <span>
#include <vector>

namespace subs {

/// What becomes of marks that end, or begin, where an edit puts something in: they take it in or
/// not.
struct EdgeSides {
    bool growsBegin = false;
    bool growsEnd = false;
};

/// `text` with `edits` (ascending, without overlap) done; each mark keeps to its characters and
/// takes in what takes the place of some of them. At what is only put in `sides`, one for each
/// edit, decide. O(n log n).
CueText carried(const CueText& text,
                std::span<const TextEdit> edits,
                std::span<const EdgeSides> sides);

/// The sides where nothing tells of them: marks up to the end of the text, or from its beginning,
/// take in what is put in there.
std::vector<EdgeSides> likelySides(const CueText& text, std::span<const TextEdit> edits);

/// The sides by which `edits` make the marks of `after` of those of `before`; nothing where no
/// sides do, since marks were edited too.
std::optional<std::vector<EdgeSides>> sidesBetween(const CueText& before,
                                                   std::span<const TextEdit> edits,
                                                   const CueText& after);

}  // namespace subs
