// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/cue.h>

#include "format/row_words.h"
#include "format/stl/gsi.h"
#include "format/stl/text_field.h"
#include "format/stl/tti.h"

#include <optional>

namespace subs::stl {

/// Where on the picture the text of a subtitle is (TTI: VP and JC), of `rows` rows in all; nothing
/// for the usual place, the middle of the bottom.
std::optional<Alignment> alignmentOf(const BlockHead& head, const FieldText& text, int rows);

/// The rows of a text that are not those of a ninth of the picture, as this format writes one: with
/// the first row at the top, with the last or the one above it at the bottom (each line has two,
/// also where its letters are not drawn twice as high), or in the middle. Of a text that is shown
/// as it is typed (JC 0) its columns too, where these are not the middle ones, give or take two: it
/// is read as centred.
std::optional<LostPlace> lostPlaceOf(const BlockHead& head, const FieldText& text, const Gsi& gsi);

/// The row for the first line of a text of `lines` lines of `pitch` rows each.
std::uint8_t rowFor(Alignment alignment, int lines, int pitch, int rows);
std::uint8_t justificationFor(Alignment alignment);

}  // namespace subs::stl
