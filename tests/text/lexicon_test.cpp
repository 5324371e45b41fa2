// SPDX-License-Identifier: MIT
#include "text/lexicon.h"

#include <subs/text/clusters.h>

#include "catch.h"
#include "text/khmer_symbols.h"

using namespace subs;

TEST_CASE("a subscript DA is looked up as a subscript TA", "[text]") {
    CHECK(khmerSymbols("ម្ដង") == khmerSymbols("ម្តង"));
    CHECK(khmerSymbols("ដង") != khmerSymbols("តង"));
}

TEST_CASE("what words do not have has no symbols", "[text]") {
    CHECK(khmerSymbols("GPS").empty());
    CHECK(khmerSymbols("ឆ្នាំ២០").empty());
    CHECK(khmerSymbols("ផ្សេងៗ").size() == 6);  // the repetition sign is a sign of words
    CHECK(khmerSymbols("\xFF").empty());
}

TEST_CASE("the lexicon has the words of its lists and a rare word costs more", "[text]") {
    const Lexicon lexicon = Lexicon::builtIn();
    const auto costOf = [&](std::string_view word) { return lexicon.costOf(khmerSymbols(word)); };
    REQUIRE(costOf("បាន"));  // the first of the SEAlang list: counted 119,234 times
    REQUIRE(costOf("កម្ពុជា"));
    CHECK(*costOf("បាន") < *costOf("កម្ពុជា"));
    CHECK_FALSE(costOf("បានបានបាន"));
    CHECK_FALSE(costOf("ក្"));
    CHECK_FALSE(costOf(""));
}

TEST_CASE("all words that a text has at a place are found, shortest first", "[text]") {
    const std::string text = khmerSymbols("សាលារៀន");
    std::vector<WordMatch> found;
    Lexicon::builtIn().findAt(text, 0, found);
    std::vector<std::string> words;
    for (const WordMatch& match : found)
        words.push_back(text.substr(0, match.end));
    const auto has = [&](std::string_view word) {
        return std::find(words.begin(), words.end(), khmerSymbols(word)) != words.end();
    };
    CHECK(has("សាលា"));
    CHECK(std::is_sorted(words.begin(), words.end(), [](const auto& a, const auto& b) {
        return a.size() < b.size();
    }));
    Lexicon::builtIn().findAt(text, text.size(), found);
    CHECK(found.empty());
}
