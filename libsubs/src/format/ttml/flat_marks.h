// SPDX-License-Identifier: MIT
#pragma once

#include "format/ttml/marks.h"

#include <functional>
#include <string>
#include <string_view>

namespace subs::ttml {

/// The id of a style that says one thing: "tts:fontStyle", "italic".
using StyleNamer = std::function<std::string(std::string_view name, std::string_view value)>;

/// As `appendContent`, for EBU-TT-D (EBU Tech 3380): all text is in spans, spans are not in each
/// other, and what they look like is said by styles that they refer to.
void appendFlat(std::string& out,
                const Cue& cue,
                const MarkContext& context,
                const StyleNamer& styleFor);

}  // namespace subs::ttml
