// SPDX-License-Identifier: MIT
#pragma once

#include "format/lines/break_text.h"

#include <string>
#include <vector>

namespace subs::lines {

/// What a text has that a format can say of whole lines only: for each line whether it has it, in
/// full. What holds for a part of a line is told as approximated by nothing.
std::vector<bool> emphasisedLines(const BodyContext& context, SpanKind kind);

/// The same of spans with a value (colours, fonts): for each line the value, or nothing.
std::vector<std::string> valuesOfLines(const BodyContext& context,
                                       SpanKind kind,
                                       std::string_view feature);

}  // namespace subs::lines
