// SPDX-License-Identifier: MIT
#include <subs/text/clusters.h>
#include <subs/text/normalise.h>
#include <subs/text/search_key.h>

#include "text/outside_khmer.h"

namespace subs {
namespace {

constexpr NormaliseOptions kForKeys{
    NormalisePolicy::Full, CoengDa::FoldToTa, InvisiblePolicy::Strip};

/// Knuth, Morris and Pratt: how far a match may go on where it ends.
std::vector<std::size_t> fallbacksOf(std::string_view pattern) {
    std::vector<std::size_t> fallbacks(pattern.size() + 1, 0);
    std::size_t matched = 0;
    for (std::size_t i = 1; i < pattern.size(); ++i) {
        while (matched > 0 && pattern[i] != pattern[matched])
            matched = fallbacks[matched];
        if (pattern[i] == pattern[matched]) ++matched;
        fallbacks[i + 1] = matched;
    }
    return fallbacks;
}

/// The beginnings of `pattern` in `text` without overlap.
std::vector<std::size_t> matchesOf(std::string_view pattern, std::string_view text) {
    std::vector<std::size_t> begins;
    if (pattern.empty()) return begins;
    const std::vector<std::size_t> fallbacks = fallbacksOf(pattern);
    std::size_t matched = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        while (matched > 0 && text[i] != pattern[matched])
            matched = fallbacks[matched];
        if (text[i] == pattern[matched]) ++matched;
        if (matched < pattern.size()) continue;
        begins.push_back(i + 1 - pattern.size());
        matched = 0;
    }
    return begins;
}

TextRange widened(std::string_view text, TextRange range) {
    const std::size_t begin = snappedToCluster(text, range.begin);
    const std::size_t end = snappedToCluster(text, range.end);
    return {begin, end < range.end || end == begin ? nextCluster(text, end) : end};
}

}  // namespace

SearchKey::SearchKey(std::string_view text) {
    const Normalised spelt = normalised(text, kForKeys);
    Normalised folded = outsideKhmerIn(UnicodeForm::FoldedNfkc, spelt.text);
    spelling_ = spelt.map();
    folding_ = folded.map();
    key_ = std::move(folded.text);
}

TextRange SearchKey::inText(std::size_t begin, std::size_t end) const {
    return {
        spelling_.before(folding_.before(begin, EditSide::Begin), EditSide::Begin),
        spelling_.before(folding_.before(end, EditSide::End), EditSide::End),
    };
}

bool isSameSpelling(std::string_view a, std::string_view b) {
    return SearchKey(a).key() == SearchKey(b).key();
}

std::vector<TextRange> findAll(std::string_view text,
                               const SearchKey& key,
                               std::string_view query) {
    const std::string pattern = SearchKey(query).key();
    std::vector<TextRange> found;
    for (const std::size_t begin : matchesOf(pattern, key.key())) {
        const TextRange range = widened(text, key.inText(begin, begin + pattern.size()));
        if (found.empty() || range.begin >= found.back().end) found.push_back(range);
    }
    return found;
}

std::vector<TextRange> findAll(std::string_view text, std::string_view query) {
    return findAll(text, SearchKey(text), query);
}

}  // namespace subs
