// SPDX-License-Identifier: MIT
// Expected orders are those of CLDR's root and of its rules for Khmer (common/collation/km.xml),
// which name each order below.
#include <subs/text/collation.h>

#include "catch.h"

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

using namespace subs;

namespace {

using Words = std::vector<std::string>;

/// `words` shuffled and sorted.
Words sorted(Words words, const Collator& collator) {
    std::mt19937 random(1);  // NOLINT: the same order every time
    std::ranges::shuffle(words, random);
    std::ranges::sort(words,
                      [&](const auto& a, const auto& b) { return collator.compare(a, b) < 0; });
    return words;
}

bool isSameOrder(std::weak_ordering order, int keys) {
    return (order < 0) == (keys < 0) && (order > 0) == (keys > 0);
}

}  // namespace

TEST_CASE("Khmer letters sort in the order of the alphabet", "[text][khmer][collation]") {
    // ឫ ឬ stand behind រ, ឭ ឮ behind ល.
    const Words letters = {"ក", "ខ", "គ", "ឃ", "ង", "ច", "ឆ", "ជ", "ឈ", "ញ", "ដ", "ឋ", "ឌ",
                           "ឍ", "ណ", "ត", "ថ", "ទ", "ធ", "ន", "ប", "ផ", "ព", "ភ", "ម", "យ",
                           "រ", "ឫ", "ឬ", "ល", "ឭ", "ឮ", "វ", "ស", "ហ", "ឡ", "អ"};
    CHECK(sorted(letters, Collator("km")) == letters);
}

TEST_CASE("Khmer vowels sort in the order of the alphabet", "[text][khmer][collation]") {
    const Words vowels = {"ក",  "កា", "កិ",  "កី",  "កឹ",  "កឺ",  "កុ", "កូ", "កួ",  "កើ", "កឿ",
                          "កៀ", "កេ", "កែ", "កៃ", "កោ", "កៅ", "កុំ", "កំ", "កាំ", "កះ"};
    CHECK(sorted(vowels, Collator("km")) == vowels);
}

TEST_CASE("a word stands before its longer forms", "[text][khmer][collation]") {
    const Words words = {"ការ", "ការងារ", "ការពារ", "កាល", "ខ្មែរ", "ភាសា", "ភាសាខ្មែរ", "ស្រី"};
    CHECK(sorted(words, Collator("km")) == words);
}

TEST_CASE("subscripts sort in the order of their letters", "[text][khmer][collation]") {
    const Words words = {"ស្ក", "ស្គ", "ស្ត", "ស្ថ", "ស្ន", "ស្ព", "ស្រ", "ស្ល", "ស្វ", "ស្អ"};
    CHECK(sorted(words, Collator("km")) == words);
}

TEST_CASE("an independent vowel stands with what it is read as", "[text][khmer][collation]") {
    const Collator khmer("km");
    for (const auto& [letter, read] :
         std::vector<std::pair<std::string, std::string>>{{"ឥ", "អិ"},
                                                          {"ឦ", "អី"},
                                                          {"ឧ", "អុ"},
                                                          {"ឩ", "អូ"},
                                                          {"ឯ", "អែ"},
                                                          {"ឰ", "អៃ"},
                                                          {"ឱ", "អោ"},
                                                          {"ឳ", "អៅ"}}) {
        CAPTURE(letter);
        // Next to it: a letter more outweighs which of the two it is.
        CHECK((khmer.compare(read, letter + "ក") < 0));
        CHECK((khmer.compare(letter, read + "ក") < 0));
    }
}

TEST_CASE("signs decide only where the letters are the same", "[text][khmer][collation]") {
    const Collator khmer("km");
    // A shifter, and a robat, which stands for a រ before its letter.
    for (const auto& [plain, marked] : std::vector<std::pair<std::string, std::string>>{
             {"ម្យាង", "ម៉្យាង"}, {"ពរ្ណ", "ពណ៌"}, {"ប", "ប៉"}, {"ហ", "ហ៊"}, {"កត", "កត់"}}) {
        CAPTURE(marked);
        CHECK((khmer.compare(plain, marked) < 0));
        CHECK((khmer.compare(marked, plain + "ក") < 0));
    }
}

TEST_CASE("spellings of one word are one in the order", "[text][khmer][collation]") {
    const Collator khmer("km");
    for (const auto& [a, b] : std::vector<std::pair<std::string, std::string>>{
             {"ស្រ្តី", "ស្ត្រី"},           // order of subscripts
             {"ម្ដង", "ម្តង"},           // subscript DA as TA
             {"កំុ", "កុំ"},               // order of signs
             {"លេាក", "លោក"},          // a split vowel
             {"\u17A3", "\u17A2"},     // a deprecated letter
             {"ភា\u200Bសា", "ភាសា"},   // U+200B between words
             {"ក\u200B្រុម", "ក្រុម"}}) {  // and inside a cluster
        CAPTURE(a, b);
        CHECK((khmer.compare(a, b) == 0));
        CHECK(khmer.sortKey(a) == khmer.sortKey(b));
        CHECK((khmer.compare(a + "ក", b) > 0));
    }
    CHECK((khmer.compare("ដា", "តា") < 0));  // two letters, but for subscripts
}

TEST_CASE("a misspelt word is put right in any language", "[text][khmer][collation]") {
    for (const char* language : {"", "en", "th", "km-KH"})
        CHECK((Collator(language).compare("លេាក", "លោក") == 0));
}

TEST_CASE("in Khmer, Khmer comes before Latin, and the other way round elsewhere",
          "[text][khmer][collation]") {
    const Words khmer = {"7", "99", "ក", "ខ្មែរ", "អ", "film", "Film", "films", "Zorn"};
    CHECK(sorted(khmer, Collator("km")) == khmer);
    const Words english = {"7", "99", "film", "Film", "films", "Zorn", "ក", "ខ្មែរ", "អ"};
    CHECK(sorted(english, Collator("en")) == english);
}

TEST_CASE("the language decides the order", "[text][collation]") {
    CHECK((Collator("sv").compare("ö", "z") > 0));
    CHECK((Collator("de").compare("ö", "z") < 0));
    CHECK((Collator("sv-SE").compare("ö", "z") > 0));
    Collator moved = Collator("sv");
    moved = Collator("de");
    CHECK((moved.compare("ö", "z") < 0));
}

TEST_CASE("a language that is not known sorts as CLDR's root", "[text][collation]") {
    const Words words = {"7", "a", "A", "ä", "b", "B", "ö", "z", "ក"};
    for (const std::string& language : {std::string(),
                                        std::string("und"),
                                        std::string("xx"),
                                        std::string("not a tag"),
                                        std::string(1000, 'x')}) {
        CAPTURE(language);
        CHECK(sorted(words, Collator(language)) == words);
    }
}

TEST_CASE("sort keys compare as the texts do, whatever the texts", "[text][khmer][collation]") {
    const std::vector<std::string> pieces = {
        "ក", "្ត", "្រ", "ី",  "ា", "េ", "ំ",  "៉",         "\u200B", "a",   "B",
        "é", "1", "១", " ", "-", "។", "ឥ", "\xE1\x9E", "\xFF",   "ไทย", std::string(1, '\0')};
    std::mt19937 random(2);  // NOLINT: the same texts every time
    Words texts = {""};
    for (int i = 0; i < 120; ++i) {
        std::string text;
        for (std::size_t n = random() % 5; n > 0; --n)
            text += pieces[random() % pieces.size()];
        texts.push_back(std::move(text));
    }
    const Collator khmer("km");
    for (const std::string& a : texts) {
        CHECK((khmer.compare(a, a) == 0));
        for (const std::string& b : texts) {
            const std::weak_ordering order = khmer.compare(a, b);
            CHECK(isSameOrder(order, khmer.sortKey(a).compare(khmer.sortKey(b))));
            CHECK((khmer.compare(b, a) > 0) == (order < 0));
        }
    }
}

TEST_CASE("a text of any size has a place in the order", "[text][collation]") {
    std::string marks = "ក";
    for (int i = 0; i < 10'000; ++i)
        marks += "ំ";
    const std::string letters(1'000'000, 'a');
    const Collator khmer("km");
    CHECK((khmer.compare("ក", marks) < 0));
    CHECK((khmer.compare(marks, "ខ") < 0));
    CHECK((khmer.compare(letters, letters + "a") < 0));
    CHECK((khmer.compare("", "a") < 0));
}
