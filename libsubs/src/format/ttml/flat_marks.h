// SPDX-License-Identifier: MIT
#pragma once

#include "format/ttml/marks.h"

#include <functional>
#include <string>
#include <string_view>

namespace subs::ttml {

/// As `appendContent`, for EBU-TT-D (EBU Tech 3380): all text is in spans, spans are not in each
/// other, and what they look like is said by styles that they refer to. `around` is the start tag
/// of the span that is around all of the text in its file; each span is one like it.
void appendFlat(std::string& out,
                const Cue& cue,
                const MarkContext& context,
                const StyleNamer& styleFor,
                std::string_view around = {});

}  // namespace subs::ttml
