// SPDX-License-Identifier: MIT
#pragma once

/// The trie that `data/khmer/compile_lexicon.cpp` makes of the word lists when the library is
/// built.
extern "C" {
extern const char khmerLexiconBegin[];
extern const char khmerLexiconEnd[];
}
