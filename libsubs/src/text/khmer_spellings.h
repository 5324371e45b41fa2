// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace subs {

/// Words with a subscript DA or TA, which look the same, of which the word lists have one spelling
/// only.
class KhmerSpellings {
public:
    /// `words`, a line each; they must outlive it.
    explicit KhmerSpellings(std::string_view words);
    /// Those of `data/khmer/words`.
    static KhmerSpellings builtIn();

    /// The one spelling of what `word` spells otherwise; empty where there is none, or it is the
    /// one.
    std::string_view rightOf(std::string_view word) const;

private:
    std::unordered_map<std::string, std::string_view> words_;  ///< By their symbols.
};

}  // namespace subs
