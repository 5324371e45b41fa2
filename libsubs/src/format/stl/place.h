// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include "format/stl/text_field.h"
#include "format/stl/tti.h"

#include <optional>

namespace subs::stl {

/// Where on the picture the text of a subtitle is (TTI: VP and JC), of `rows` rows in all; nothing
/// for the usual place, the middle of the bottom.
std::optional<Alignment> alignmentOf(const BlockHead& head, const FieldText& text, int rows);

/// The row for the first line of a text of `lines` lines of `pitch` rows each.
std::uint8_t rowFor(Alignment alignment, int lines, int pitch, int rows);
std::uint8_t justificationFor(Alignment alignment);

}  // namespace subs::stl
