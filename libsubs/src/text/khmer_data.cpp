// SPDX-License-Identifier: MIT
// What `data/khmer` makes of word lists and dialogue when the library is built, put into the
// program as it is.
#include "text/gap_model.h"
#include "text/khmer_spellings.h"
#include "text/lexicon.h"

asm(".section .rodata\n"
    ".balign 16\n"
    ".global khmerLexicon\n"
    "khmerLexicon:\n"
    ".incbin \"" SUBS_KHMER_LEXICON
    "\"\n"
    ".balign 16\n"
    ".global khmerGapModel\n"
    "khmerGapModel:\n"
    ".incbin \"" SUBS_KHMER_GAP_MODEL
    "\"\n"
    ".global khmerSpellings\n"
    "khmerSpellings:\n"
    ".incbin \"" SUBS_KHMER_SPELLINGS
    "\"\n"
    ".byte 0\n"
    ".previous\n");

extern "C" {
extern const subs::LexiconState khmerLexicon[];  ///< The states of a `subs::Lexicon`.
extern const subs::GapCell khmerGapModel[];      ///< The cells of a `subs::GapModel`.
extern const char khmerSpellings[];              ///< Words, a line each.
}

namespace subs {

Lexicon Lexicon::builtIn() {
    return Lexicon(khmerLexicon);
}

GapModel GapModel::builtIn() {
    return GapModel(khmerGapModel);
}

KhmerSpellings KhmerSpellings::builtIn() {
    return KhmerSpellings(khmerSpellings);
}

}  // namespace subs
