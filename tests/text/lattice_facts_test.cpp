// SPDX-License-Identifier: MIT
#include "text/lattice_facts.h"

#include "catch.h"
#include "text/khmer_symbols.h"
#include "text/lexicon_states.h"

#include <map>
#include <string>

using namespace subs;

namespace {

/// The facts of `text` by a lexicon of the words that a test names.
struct Facts {
    Facts(const std::string& text, const std::map<std::string, WordCost>& words)
        : states(lexiconStates(inSymbols(words))), search(Lexicon(states.data())) {
        units.assign(text, KhmerShown::AsLetters);
        run.assign(units, 0, units.units.size());
        search.wordsOf(run);
        lattice.assign(run.size(), search);
    }

    static std::map<std::string, WordCost> inSymbols(const std::map<std::string, WordCost>& words) {
        std::map<std::string, WordCost> result;
        for (const auto& [word, cost] : words)
            result[khmerSymbols(word)] = cost;
        return result;
    }

    const LatticeFact& at(std::size_t boundary) const { return lattice.at(boundary); }

    std::vector<LexiconState> states;
    BreakText units;
    KhmerRun run;
    WordSearch search;
    LatticeFacts lattice;
};

}  // namespace

TEST_CASE("the longest words beside and across a boundary are told", "[text]") {
    // កខ | គឃ is cheapest; ខគ crosses the middle.
    const Facts facts("កខគឃ", {{"កខ", 100}, {"គឃ", 100}, {"ខគ", 100}, {"ខ", 400}});
    CHECK(facts.at(2).ending == 2);
    CHECK(facts.at(2).starting == 2);
    CHECK(facts.at(2).crossing == 2);
    CHECK(facts.at(1).ending == 0);
    CHECK(facts.at(1).starting == 2);
    CHECK(facts.at(1).crossing == 2);
    CHECK(facts.at(1).word == 0);
    CHECK(facts.at(2).word == 1);
}

TEST_CASE("a detour is the price of doing otherwise", "[text]") {
    // Whole 100; apart 60 + 60 = 120, which is 20 dearer.
    const Facts near("កខ", {{"កខ", 100}, {"ក", 60}, {"ខ", 60}});
    // Apart 600 + 600, which is 1,100 dearer.
    const Facts far("កខ", {{"កខ", 100}, {"ក", 600}, {"ខ", 600}});
    CHECK(near.at(1).detour < far.at(1).detour);
    // A gap without a word that goes over it is surer than one with such a word.
    const Facts sure("កខ", {{"ក", 60}, {"ខ", 60}});
    const Facts unsure("កខ", {{"ក", 60}, {"ខ", 60}, {"កខ", 130}});
    CHECK(unsure.at(1).detour < sure.at(1).detour);
    CHECK(far.at(1).detour < unsure.at(1).detour);  // no gap there at all
}

TEST_CASE("a split tells which parts of a word are words", "[text]") {
    CHECK(Facts("កខ", {{"កខ", 100}}).at(1).split == 1);
    CHECK(Facts("កខ", {{"កខ", 100}, {"ក", 300}}).at(1).split == 2);
    CHECK(Facts("កខ", {{"កខ", 100}, {"ខ", 300}}).at(1).split == 3);
    const Facts cheap("កខ", {{"កខ", 100}, {"ក", 60}, {"ខ", 60}});
    const Facts dear("កខ", {{"កខ", 100}, {"ក", 900}, {"ខ", 900}});
    CHECK(cheap.at(1).split >= 8);
    CHECK(cheap.at(1).split < dear.at(1).split);
}
