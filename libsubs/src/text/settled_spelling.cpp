// SPDX-License-Identifier: MIT
#include <subs/text/settled_spelling.h>

#include "text/khmer_spellings.h"

namespace subs {
namespace {

bool hasSubscriptTa(std::string_view word) {
    return word.find("\u17D2\u178A") != std::string_view::npos ||
           word.find("\u17D2\u178F") != std::string_view::npos;
}

}  // namespace

std::vector<UnsettledSpelling> unsettledSpellingsIn(std::string_view text, Segmenter& segmenter) {
    static const KhmerSpellings kKnown = KhmerSpellings::builtIn();
    std::vector<UnsettledSpelling> found;
    if (!hasSubscriptTa(text)) return found;
    std::uint32_t begin = 0;
    Offsets ends = segmenter.wordBoundaries(text);
    ends.push_back(static_cast<std::uint32_t>(text.size()));
    for (const std::uint32_t end : ends) {
        const std::string_view word = text.substr(begin, end - begin);
        const std::string_view known =
            hasSubscriptTa(word) ? kKnown.rightOf(word) : std::string_view();
        if (!known.empty()) found.push_back({begin, end, std::string(known)});
        begin = end;
    }
    return found;
}

}  // namespace subs
