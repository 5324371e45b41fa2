// SPDX-License-Identifier: MIT
#pragma once

#include <subs/text/line_break.h>

#include "text/break_place.h"

#include <optional>

namespace subs {

/// Grades a place between Latin words as the guides for English do (Netflix's general and English
/// timed text guides: break after punctuation, before conjunctions and prepositions; never part
/// article and noun, first and last name, verb and subject pronoun, verb and auxiliary, reflexive
/// or negation). Parts of speech are judged by closed lists of words; adjectives are not known.
/// Nothing where a line may not end.
std::optional<BreakGrade> englishBreakGrade(const BreakPlace& place);

}  // namespace subs
