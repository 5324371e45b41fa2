// SPDX-License-Identifier: MIT
// Over every word of the lists that the lexicon is made of.
#include <subs/base/file.h>
#include <subs/text/conformance.h>
#include <subs/text/normalise.h>
#include <subs/text/search_key.h>

#include "catch.h"
#include "text/khmer_text.h"
#include "text/malformed.h"

#include <algorithm>
#include <filesystem>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace subs;

namespace {

const std::filesystem::path kLists =
    std::filesystem::path(SUBS_SOURCE_DIR) / "libsubs/data/khmer/words";

/// The first columns of a list, named as `kLists` has it.
std::vector<std::string> wordsOf(const std::string& list) {
    const auto bytes = readFile(kLists / list);
    REQUIRE(bytes);
    std::vector<std::string> words;
    for (std::size_t at = 0; at < bytes->size();) {
        const std::size_t end = std::min(bytes->find('\n', at), bytes->size());
        const std::string line = bytes->substr(at, end - at);
        words.push_back(line.substr(0, line.find_first_of("\t\r")));
        at = end + 1;
    }
    return words;
}

std::set<std::string> wordsOfAll(std::initializer_list<const char*> lists) {
    std::set<std::string> words;
    for (const char* list : lists)
        for (std::string& word : wordsOf(list))
            words.insert(std::move(word));
    return words;
}

const std::set<std::string>& allWords() {
    static const std::set<std::string> kWords = wordsOfAll({"khmerlbdict/DFD.txt",
                                                            "khmerlbdict/HC.txt",
                                                            "khmerlbdict/KHOV.txt",
                                                            "khmerlbdict/KHSV.txt",
                                                            "khmerlbdict/TD.txt",
                                                            "khmerlbdict/names.txt",
                                                            "khmerlbdict/places.txt",
                                                            "khmerlbdict/seafreq.txt",
                                                            "khmerlbdict/villages.txt"});
    return kWords;
}

const std::set<std::string>& otherWords() {
    static const std::set<std::string> kWords = wordsOfAll({"khmer_segmenter/word_frequencies.tsv",
                                                            "own/bodies.txt",
                                                            "own/people.txt",
                                                            "own/places.txt",
                                                            "own/terms.txt"});
    return kWords;
}

/// Those in canonical order, with nothing invisible.
const std::vector<std::string>& rightWords() {
    static const std::vector<std::string> kWords = [] {
        std::vector<std::string> words;
        for (const std::string& word : allWords())
            if (issuesIn(word).empty()) words.push_back(word);
        return words;
    }();
    return kWords;
}

/// Invisible characters between words are an author's, no matter of order.
bool isDisordered(std::string_view word) {
    return std::ranges::any_of(issuesIn(word), [](const Issue& issue) {
        return issue.kind != IssueKind::NeedlessSpace && issue.kind != IssueKind::ByteOrderMark &&
               issue.kind != IssueKind::StrayJoiner;
    });
}

struct Tally {
    int changed = 0;
    int wrongBefore = 0;
    int wrongAfter = 0;
};

Tally tallyOf(const std::string& list) {
    Tally tally;
    for (const std::string& word : wordsOf(list)) {
        // As the reference counts: without a byte order mark, U+200B and joiners between words.
        const std::string tidy =
            normalised(word,
                       {NormalisePolicy::Safe, CoengDa::FoldToTa, InvisiblePolicy::InClusters})
                .text;
        tally.changed += tidy != word;
        tally.wrongBefore += isDisordered(word);
        tally.wrongAfter += isDisordered(tidy);
    }
    return tally;
}

}  // namespace

// The reference's table: words changed with the fold of DA, and nonconformant ones before. Its
// conformance test passes doubled signs of the same kind where ours does not, so that what is left
// is told word by word below.
TEST_CASE("as many words of the lists are wrong as the reference has counted",
          "[text][khmer][normalise]") {
    const Tally general = tallyOf("khmerlbdict/seafreq.txt");
    CHECK(general.changed == 319);
    CHECK(general.wrongBefore == 16);
    CHECK(general.wrongAfter == 0);
    const Tally villages = tallyOf("khmerlbdict/villages.txt");
    CHECK(villages.changed == 155);
    CHECK(villages.wrongBefore == 137 + 2);
    CHECK(villages.wrongAfter == 2);
}

TEST_CASE("what is left wrong in the lists has no right answer", "[text][khmer][normalise]") {
    std::map<std::string, std::string> left;
    for (const std::string& word : allWords()) {
        const std::string names = testing::issueNames(normalised(word).text);
        if (!names.empty()) left[word] = names;
    }
    const std::map<std::string, std::string> known = {
        {"្រពះគម្ពីរ", "orphan-sign"},
        {"អស្វលដ៍៍", "repeated-sign"},
        {"ចេៀស", "two-vowels"},
        {"រេហ៍៍ពល", "repeated-sign"},
        {"គង់់លាង", "repeated-sign"},
        {"ចរិិយា", "repeated-sign"},
        {"ជីវិា", "two-vowels"},
        {"ប៊ុុនថា", "repeated-sign"},
        {"ពិសីិដ្ឋ", "two-vowels"},
        {"ម៉ូនីីកា", "repeated-sign"},
        {"ស្រស់់", "repeated-sign"},
        {"សំបូូ", "repeated-sign"},
        {"ចំំណុចឆ្លាក", "repeated-sign"},
        {"ទ្រង់់ភូមិ", "repeated-sign"},
    };
    CHECK(left == known);
}

TEST_CASE("no word of any list changes twice, and no right one at all",
          "[text][khmer][normalise]") {
    std::size_t tried = 0;
    for (const auto* words : {&allWords(), &otherWords()})
        for (const std::string& word : *words) {
            ++tried;
            for (const auto policy : {NormalisePolicy::Safe, NormalisePolicy::Full}) {
                const Normalised once = normalised(word, {policy});
                INFO(word);
                REQUIRE(normalised(once.text, {policy}).edits.empty());
                REQUIRE((!issuesIn(word).empty() || once.edits.empty()));
            }
        }
    CHECK(rightWords().size() > 30000);
    CHECK(tried > 80000);  // 105,884 lines, many of them alike
}

TEST_CASE("every word comes back from every way of misspelling it", "[text][khmer][normalise]") {
    testing::Misspeller misspeller(2024);
    std::map<testing::Malformation, int> misspelt;
    for (const testing::Malformation how : testing::kMalformations)
        for (const std::string& word : rightWords()) {
            const std::string wrong = misspeller.misspelt(word, how);
            INFO(word << " as " << wrong << " by " << static_cast<int>(how));
            REQUIRE(normalised(wrong).text == word);
            if (wrong == word) continue;
            ++misspelt[how];
            REQUIRE_FALSE(issuesIn(wrong).empty());
            if (how == testing::Malformation::All) REQUIRE(isSameSpelling(wrong, word));
        }
    for (const testing::Malformation how : testing::kMalformations)
        CHECK(misspelt[how] > 100);
}
