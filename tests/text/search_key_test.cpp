// SPDX-License-Identifier: MIT
#include <subs/text/clusters.h>
#include <subs/text/search_key.h>

#include "catch.h"
#include "text/khmer_text.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

using namespace subs;

namespace {

/// What `query` finds in `text`, joined by "|".
std::string foundIn(std::string_view text, std::string_view query) {
    std::string found;
    for (const TextRange range : findAll(text, query)) {
        if (!found.empty()) found += '|';
        found += text.substr(range.begin, range.end - range.begin);
    }
    return found;
}

}  // namespace

TEST_CASE("all twelve spellings of a word have one key", "[text][khmer][search]") {
    int spellings = 0;
    for (const char* letter : {"\u17D2\u178F", "\u17D2\u178A"}) {
        std::array<std::string, 3> parts{letter, "\u17D2\u179A", "\u17B8"};
        std::ranges::sort(parts);
        do {
            const std::string spelling = "ស" + parts[0] + parts[1] + parts[2];
            CHECK(SearchKey(spelling).key() == "ស្ត្រី");
            CHECK(foundIn("មាន" + spelling + "ម្នាក់", "ស្ត្រី") == spelling);
            ++spellings;
        } while (std::ranges::next_permutation(parts).found);
    }
    CHECK(spellings == 12);
}

TEST_CASE("other words keep other keys", "[text][khmer][search]") {
    CHECK(isSameSpelling("ម្ដង", "ម្តង"));
    CHECK(isSameSpelling("លេាក", "លោក"));
    CHECK(isSameSpelling("ភា\u200Bសា", "ភាសា"));
    CHECK(isSameSpelling("\uFF28Ello \uFB01n", "hello FIN"));
    CHECK(isSameSpelling("កំា\u200B\u0360", "កាំ\u0360"));
    CHECK(isSameSpelling("\u17D2\u200B\u17A4", "\u17D2\u200B\u17A2\u17B6"));
    CHECK_FALSE(isSameSpelling("កា", "កាំ"));
    CHECK_FALSE(isSameSpelling("ដា", "តា"));
    CHECK_FALSE(isSameSpelling("ស៊ី", "ស៉ី"));
}

TEST_CASE("a hit is shown in whole clusters of the text as it is", "[text][khmer][search]") {
    CHECK(foundIn("ខ្ញុំជាខែ្មរ។ ខ្មែរ", "ខ្មែរ") == "ខែ្មរ|ខ្មែរ");
    CHECK(foundIn("ខ្ញុំ\u200Bជា\u200Bខ្មែរ", "ជាខ្មែរ") == "ជា\u200Bខ្មែរ");
    CHECK(foundIn("ខ្ញុំ\u200Bជា\u200Bខ្មែរ", "ជា") == "ជា");
    CHECK(foundIn("ក្រុម", "ក") == "ក្រុ");
    CHECK(foundIn("STRASSE, Straße", "strasse") == "STRASSE|Straße");
    CHECK(foundIn("of\uFB01ce", "i") == "\uFB01");
    CHECK(foundIn("aaaa", "aa") == "aa|aa");
    CHECK(foundIn("ខ្មែរ", "").empty());
    CHECK(foundIn("ខ្មែរ", "\u200B").empty());
    CHECK(foundIn("", "ខ្មែរ").empty());
    CHECK(foundIn("ខ្មែរ\xFFក", "\xFF") == "\xFF");
}

TEST_CASE("hits are ranges of whole clusters, whatever the text", "[text][khmer][search]") {
    const std::string text =
        testing::ofCodes(
            "200B 17B6 1780 200B 17D2 1798 17C6 17B6 AD 41 301 FEFF 1780 17D2 0A 179F 17C1 17BB 17B8") +
        "\xE1\x9E";
    for (const char* query : {"ក", "ា", "្", "ម", "a", "\n", "ំ", "\xE1", "ស៊ើ", "ី"}) {
        std::size_t last = 0;
        for (const TextRange range : findAll(text, query)) {
            CHECK(range.begin >= last);
            CHECK(range.begin < range.end);
            CHECK(snappedToCluster(text, range.begin) == range.begin);
            CHECK(snappedToCluster(text, range.end) == range.end);
            last = range.end;
        }
    }
}
