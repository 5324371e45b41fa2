// SPDX-License-Identifier: MIT
#pragma once

#include "format/lines/cue_syntax.h"

#include <string>
#include <string_view>

// The tags that lines of MicroDVD begin with: {y:i} for a line, {Y:i} for all lines from it on.
namespace subs::microdvd {

/// What lines joined by '|' say.
CueText textOf(std::string_view body);

/// Appends the text of a cue: a look that all lines have once, in capitals, one of some lines
/// before each of them. What holds for a part of a line is told, and not written.
void appendBody(std::string& out, const lines::BodyContext& context);

}  // namespace subs::microdvd
