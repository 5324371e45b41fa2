// SPDX-License-Identifier: MIT
#pragma once

#include "text/code_points.h"

#include <cstddef>

namespace subs {

/// True where the ះ or ៈ at `i` is one that no word of the built-in lexicon has there, and the
/// other one would make a word of what stands before it; and where ៈ stands behind a word, at its
/// end, as if it were ៖. Looks at eight letters and 48 code points at most.
bool isWrongFinal(const CodePoints& text, std::size_t i);

}  // namespace subs
