// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue_text.h>

#include <string>
#include <string_view>
#include <vector>

namespace subs::json {

struct ReadSpans {
    std::vector<Span> spans;
    bool areAllWell = true;  ///< False where one was left out: not known, or outside of the text.
};

/// The spans of a list of objects {"kind", "begin", "end", "value"} over `plain`, of which begin
/// and end count characters (code points).
ReadSpans spansIn(std::string_view list, std::string_view plain);

/// The spans of `text` as such a list; "[]" where there is none.
std::string spelledSpans(const CueText& text);

}  // namespace subs::json
