// SPDX-License-Identifier: MIT
#pragma once

#include "text/lexicon.h"

#include <map>
#include <string>
#include <vector>

namespace subs {

/// The states of a `Lexicon` with these words, in symbols (khmer_symbols.h), and their costs, from
/// 0 to 2^23. Empty where there are no words, or more than a lexicon holds.
std::vector<LexiconState> lexiconStates(const std::map<std::string, WordCost>& costs);

}  // namespace subs
