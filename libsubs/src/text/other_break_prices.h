// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/line_break.h>

#include "text/break_place.h"

namespace subs {

/// Grades a place in a language without rules of its own: punctuation, spaces, hyphens; spaces
/// between phrases and the plainest conjunctions in Thai and Lao.
BreakGrade otherBreakGrade(const BreakPlace& place);

/// True of a character of a script that puts no spaces between words.
bool isOfUnspacedScript(char32_t codePoint);

}  // namespace subs
