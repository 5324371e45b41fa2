// SPDX-License-Identifier: MIT
#pragma once

#include "text/break_units.h"

#include <cstdint>
#include <vector>

namespace subs {

/// Whether there is a boundary before each unit of a text, 0 or 1. The first entry is always 0.
using Gaps = std::vector<std::uint8_t>;

/// Where a line may end: takes away what ICU allows and no Khmer reader would, and adds what ICU
/// lacks between Khmer and Latin letters or quotes. The author's U+200B and U+2060 have the last
/// word.
void guardLineBreaks(const BreakText& text, Gaps& gaps);

/// Joins what ICU's dictionary cuts off: prefixes go to the word after them, single consonants to
/// the word that they were cut from. Line breaks are guarded so whatever found them.
void joinPieces(const BreakText& text, Gaps& gaps);

/// Word boundaries at punctuation, digits and other scripts, none inside numbers and ។ល។; the
/// author's U+200B and U+2060 have the last word.
void guardWordBoundaries(const BreakText& text, Gaps& gaps);

}  // namespace subs
