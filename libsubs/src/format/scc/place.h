// SPDX-License-Identifier: MIT
#pragma once

#include "format/row_words.h"
#include "format/scc/memory.h"

#include <optional>

namespace subs::scc {

/// The column, from 0, where a row of `width` letters is written for a ninth of the picture.
int columnFor(Alignment alignment, int width);

/// The rows and columns of a caption that are not those which are written for its ninth of the
/// picture: its rows at an edge or in the middle with none left out between them, its letters from
/// column to column, but for the three that the indents of preambles, which are multiples of four,
/// cannot say.
std::optional<LostPlace> lostPlaceOf(const Shown& shown);

}  // namespace subs::scc
