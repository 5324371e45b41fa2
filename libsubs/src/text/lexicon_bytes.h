// SPDX-License-Identifier: MIT
#pragma once

#include "text/lexicon.h"

#include <map>
#include <string>

namespace subs {

/// The trie of a `Lexicon` with these words, in symbols (khmer_symbols.h), and their costs. Empty
/// where there are no words or too many for a trie.
std::string lexiconBytes(const std::map<std::string, WordCost>& costs);

}  // namespace subs
