// SPDX-License-Identifier: MIT
#pragma once

#include <subs/model/document.h>

#include <map>
#include <string>
#include <vector>

namespace subs {

/// The texts of one cue of a table by the languages of their columns: what a `Language` mark covers
/// line by line; empty for a column without one.
std::map<std::string, CueText> columnsIn(const CueText& text);

/// The languages that texts of `document`, read from a table, are marked as, in the order of their
/// columns as far as cues with several tell; one for all without a mark, which is empty.
std::vector<std::string> languagesOfColumns(const Document& document);

}  // namespace subs
