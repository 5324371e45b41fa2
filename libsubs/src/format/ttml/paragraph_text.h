// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include "format/markup_patch.h"
#include "format/ttml/content_reader.h"
#include "format/ttml/letter_sizes.h"

#include <cstdint>
#include <string>
#include <vector>

namespace subs::ttml {

/// What an element of a paragraph says: the words of a cue.
struct ParagraphText {
    CueText text;
    /// Which bytes between the element's tags show which text.
    std::vector<ShownStretch> shown;
    /// The innermost element that holds all of the text: what the cue as a whole looks like.
    std::uint32_t base = 0;
    std::string speaker;
    /// The first part of it that is gone before its end, and when: `"two" ends at 00:00:02.000`.
    std::string lostEnd;
    Hidden hidden = Hidden::No;  ///< Why none of it is ever shown.
    std::string hiddenPart;  ///< The first text in it that tts:display hides, which is left out.
    /// The first text directly in a sequence, which is shown for no time and left out.
    std::string timelessPart;
};

/// Reads the text of element `element`. Spans say how parts look other than the base; times inside
/// of the element become points. White space that xml:space does not preserve is collapsed, at the
/// beginnings and ends of lines to nothing (TTML2 §10.2, linefeed-treatment and the like). `sizes`
/// says how large letters are.
ParagraphText textOf(const Paragraph& paragraph,
                     std::uint32_t element,
                     const Head& head,
                     const LetterSizes& sizes);

/// The elements of a paragraph that are a cue each: spans, where all of the text is directly in
/// spans that have an end of their own, else the paragraph. Ascending.
std::vector<std::uint32_t> cueElements(const Paragraph& paragraph);

/// The first text of `paragraph` that is shown for no time, since it is directly in a sequence
/// (TTML2 §12.4): in `element`, one of `cues`, or in none of these where it is the first.
std::string_view timelessText(const Paragraph& paragraph,
                              std::uint32_t element,
                              const std::vector<std::uint32_t>& cues);

/// A size of letters as a span has it.
std::string sizeText(double size);

}  // namespace subs::ttml
