// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/format.h>
#include <subs/time/fraction.h>

#include <string_view>
#include <vector>

namespace subs {

/// What a TTML file shows from one of its significant times on (TTML2 §11.3.1: an intermediate
/// synchronic document).
struct IntermediateDocument {
    Fraction seconds;
    bool isEmpty = true;  ///< No text, line break or ruby base is shown in any region.
    friend bool operator==(const IntermediateDocument&, const IntermediateDocument&) = default;
};

/// True of the formats that have such documents: TTML and its dialects.
bool isTtml(const Format& format);

/// One for each time at which an element of `text`, a TTML file in UTF-8, or a change of its style
/// begins or ends, ascending. Empty for what is no TTML. O(n log n).
std::vector<IntermediateDocument> intermediateDocuments(std::string_view text);

}  // namespace subs
