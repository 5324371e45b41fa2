// SPDX-License-Identifier: MIT
#include "text/word_search.h"

#include "catch.h"
#include "text/khmer_symbols.h"
#include "text/lexicon_states.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

using namespace subs;

namespace {

/// A lexicon of the words and costs that a test names.
struct SmallLexicon {
    explicit SmallLexicon(const std::vector<std::pair<std::string, WordCost>>& words) {
        std::map<std::string, WordCost> costs;
        for (const auto& [word, cost] : words)
            costs[khmerSymbols(word)] = cost;
        states = lexiconStates(costs);
    }

    /// `text`, a run of Khmer, with `|` between its words.
    std::string cut(const std::string& text) const {
        BreakText units;
        units.assign(text, KhmerShown::AsLetters);
        KhmerRun run;
        run.assign(units, 0, units.units.size());
        WordSearch search{Lexicon(states.data())};
        std::string result;
        for (const FoundWord& word : search.wordsOf(run)) {
            if (word.begin > 0) result += '|';
            result += units.stretch(word.begin, word.end);
        }
        return result;
    }

    std::vector<LexiconState> states;
};

}  // namespace

TEST_CASE("the cheapest words win, be they long or short", "[text]") {
    CHECK(SmallLexicon({{"កខ", 100}, {"គ", 100}, {"ក", 50}, {"ខគ", 100}}).cut("កខគ") == "ក|ខគ");
    CHECK(SmallLexicon({{"កខ", 40}, {"គ", 100}, {"ក", 50}, {"ខគ", 100}}).cut("កខគ") == "កខ|គ");
}

TEST_CASE("what no word covers stays whole beside the words", "[text]") {
    const SmallLexicon lexicon({{"ទៅ", 300}, {"ផ្ទះ", 300}});
    CHECK(lexicon.cut("ទៅឡុងឡេងផ្ទះ") == "ទៅ|ឡុងឡេង|ផ្ទះ");
    CHECK(lexicon.cut("ឡ") == "ឡ");
}

TEST_CASE("a word is never found inside a cluster", "[text]") {
    CHECK(SmallLexicon({{"ក", 1}, {"ម", 1}}).cut("ក្មក") == "ក្ម|ក");
}

TEST_CASE("a text without any word is cut somewhere, and into no more pieces than it must be",
          "[text]") {
    std::string text;
    for (int i = 0; i < 60; ++i)
        text += "ឡ";
    const std::string cut = SmallLexicon({{"ក", 1}}).cut(text);
    CHECK(std::count(cut.begin(), cut.end(), '|') == 9);  // ten stretches of six clusters
}
