// SPDX-License-Identifier: MIT
#include "text/khmer_spellings.h"

#include <subs/base/utf8.h>
#include <subs/text/newline.h>

#include "text/khmer_symbols.h"

namespace subs {

KhmerSpellings::KhmerSpellings(std::string_view words) {
    for (LineReader lines(words); lines.next();)
        words_.emplace(khmerSymbols(lines.line()), lines.line());
}

std::string_view KhmerSpellings::rightOf(std::string_view word) const {
    const auto found = words_.find(khmerSymbols(word));
    return found == words_.end() || found->second == word ? std::string_view() : found->second;
}

}  // namespace subs
