// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>
#include <subs/model/style_index.h>

#include <cstddef>

namespace subs {

/// What is seen of a cue, whether its style says it or its text: both say that all of it is
/// italic, and one file may say it in the one way where a cue has one language, in the other where
/// it has two (a reader of TTML makes a style of what holds for a whole paragraph).
struct SeenLook {
    /// Weight, italics, lines, colour, font and size are those that are seen, each over as much as
    /// looks alike; all other spans as they are.
    CueText text;
    Style style;  ///< The rest of it, without a name.

    friend bool operator==(const SeenLook&, const SeenLook&) = default;
};

/// That of `cue`; `styles` are those of its document. Of a cue without a style what stands for one
/// (`Style()`). O(n log n).
SeenLook seenLookOf(const StyleIndex& styles, const Cue& cue);

/// Equal for equal ones.
std::size_t hashOf(const SeenLook& look);

}  // namespace subs
