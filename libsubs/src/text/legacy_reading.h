// SPDX-License-Identifier: MIT
#pragma once

#include "text/break_units.h"
#include "text/khmer_run.h"
#include "text/word_search.h"

#include <cstddef>
#include <string_view>

namespace subs {

/// How a text reads in Khmer, in clusters.
struct KhmerReading {
    std::size_t inLongWords = 0;  ///< Of words of the lexicon that have two clusters or more.
    std::size_t inShortWords = 0;
    std::size_t unknown = 0;

    std::size_t known() const { return inLongWords + inShortWords; }
};

/// Reads texts by the lexicon. Keeps its buffers from one to the next.
class KhmerReader {
public:
    KhmerReading read(std::string_view text);

private:
    BreakText text_;
    KhmerRun run_;
    WordSearch search_{Lexicon::builtIn()};
};

}  // namespace subs
