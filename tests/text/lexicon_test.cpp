// SPDX-License-Identifier: MIT
#include "text/lexicon.h"

#include <subs/text/clusters.h>

#include "catch.h"
#include "text/khmer_symbols.h"
#include "text/lexicon_states.h"
#include "text/open_words.h"

#include <chrono>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

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

TEST_CASE("a text is read with all words that begin somewhere in it", "[text]") {
    const std::vector<LexiconState> states =
        lexiconStates({{"\1\2", 12}, {"\1\2\3", 123}, {"\2", 2}, {"\3\3", 33}});
    OpenWords words{Lexicon(states.data())};
    std::vector<std::pair<std::uint32_t, WordCost>> ending;
    const auto read = [&](std::uint32_t place, char symbol) {
        words.begin(place);
        words.read(symbol);
        ending.clear();
        words.forEachWord(
            [&](std::uint32_t begin, WordCost cost) { ending.emplace_back(begin, cost); });
        return ending;
    };
    using Ending = std::vector<std::pair<std::uint32_t, WordCost>>;
    CHECK(read(0, '\1') == Ending{});
    CHECK(read(1, '\2') == Ending{{0, 12}, {1, 2}});
    CHECK(read(2, '\3') == Ending{{0, 123}});
    CHECK(read(3, '\3') == Ending{{2, 33}});
    CHECK(read(4, '\7') == Ending{});
    words.clear();
    CHECK(read(0, '\2') == Ending{{0, 2}});
}

TEST_CASE("a lexicon gives back the words that it was made of, and no others", "[text]") {
    // Words that share beginnings, one of all symbols, and some by chance.
    std::map<std::string, WordCost> words{{"\x01", 0}, {"\x01\x02", 5}, {"\x01\x02\x03", 7}};
    std::string all;
    for (int symbol = 1; symbol < 256; ++symbol) {
        all += static_cast<char>(symbol);
        words[std::string(1, static_cast<char>(symbol)) + "\x7F"] = symbol;
    }
    words[all] = (1 << 23) - 1;
    std::mt19937 chance(1);
    for (int i = 0; i < 5'000; ++i) {
        std::string word;
        for (auto length = 1 + chance() % 6; length > 0; --length)
            word += static_cast<char>(1 + chance() % 20);
        words[word] = static_cast<WordCost>(chance() % 3000);
    }
    const std::vector<LexiconState> states = lexiconStates(words);
    const Lexicon lexicon(states.data());
    CHECK(lexicon.words() == words);
    for (const auto& [word, cost] : words) {
        CHECK(lexicon.costOf(word) == cost);
        CHECK(lexicon.costOf(word + '\xFE').has_value() == words.contains(word + '\xFE'));
        const std::string part = word.substr(0, word.size() - 1);
        CHECK(lexicon.costOf(part).has_value() == words.contains(part));
    }
    CHECK(states.size() < 60'000);
}

TEST_CASE("there is a lexicon of one word of a megabyte, and none of no words", "[text]") {
    const std::string word(1'000'000, '\x05');
    const std::vector<LexiconState> states = lexiconStates({{word, 3}});
    CHECK(Lexicon(states.data()).costOf(word) == 3);
    CHECK(lexiconStates({}).empty());
}

TEST_CASE("a lexicon of very many words that begin alike is made in time for their number",
          "[text]") {
    constexpr std::uint32_t kLetters = 33;
    std::map<std::string, WordCost> words;
    for (std::uint32_t number = 0; number < 60'000; ++number) {
        std::string word;
        // Letters in an order that fills no block of states from its beginning.
        for (std::uint32_t rest = number * 2'654'435'761U; word.size() < 4; rest /= kLetters)
            word += static_cast<char>(1 + rest % kLetters);
        words.emplace(word, 1);
    }
    const auto begin = std::chrono::steady_clock::now();
    const std::vector<LexiconState> states = lexiconStates(words);
    CHECK(states.size() > words.size());
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
}
