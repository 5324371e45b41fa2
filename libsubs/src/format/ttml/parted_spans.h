// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

#include <functional>
#include <optional>
#include <vector>

namespace subs::ttml {

/// Spans of a text that are not in each other.
struct PartedSpans {
    std::vector<Span> spans;    ///< In the order of their beginnings.
    std::vector<Span> covered;  ///< Those of which nothing is left.
};

/// The spans of `text` as they are seen, where some are in each other more than 24 levels deep:
/// readers stop somewhere (ours at 256 elements). Of looks, voices and languages that of the
/// innermost span counts, so each kind is cut into stretches side by side; those of one kind that
/// `says` is false of, which would write nothing, stay as they are, as all other spans do. Nothing
/// for a text that is not as deep. O(n log n).
std::optional<PartedSpans> partedSpans(const CueText& text,
                                       const std::function<bool(const Span&)>& says);

}  // namespace subs::ttml
