// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>

namespace subs {

/// Khmer words that a project has agreed on, names of its people and places above all. A
/// `Segmenter` with a glossary keeps them whole and parts them from what stands beside them, which
/// no dictionary could.
class Glossary {
public:
    /// Adds a term, UTF-8. Each stretch of Khmer letters in it is a word ("លី សុភា" are two); what
    /// is not Khmer is passed over. Says whether there was any Khmer of two clusters or more: a
    /// single cluster is found in too many words to stand for itself, and is passed over too.
    bool add(std::string_view term);

    /// Whether `word` stands in a term behind what `before` ends with, only spaces between them:
    /// the two parts of a name, which no line break should part.
    bool goesOn(std::string_view before, std::string_view word) const;

    bool empty() const { return words_.empty(); }
    /// The words, UTF-8, ascending by bytes.
    const std::set<std::string, std::less<>>& words() const { return words_; }

private:
    using Words = std::set<std::string, std::less<>>;

    Words words_;
    std::map<std::string, Words, std::less<>> wordsBefore_;  ///< By the word behind them.
};

}  // namespace subs
