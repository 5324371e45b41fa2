// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/clusters.h>

#include "catch.h"
#include "khmer_order.h"

#include <fstream>
#include <set>
#include <string>
#include <vector>

namespace {

const std::string kLists = SUBS_SOURCE_DIR "/libsubs/data/khmer/words/";

bool isOfWords(char32_t c) {
    return (c >= 0x1780 && c <= 0x17D3) || c == 0x17DD || c == 0x200C;
}

bool isKhmerWord(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const subs::Decoded decoded = subs::decodeUtf8(word, at);
        if (!isOfWords(decoded.codePoint)) return false;
        at += decoded.length;
    }
    return !word.empty();
}

std::string without(std::string text, std::string_view part) {
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part))
        text.erase(at, part.size());
    return text;
}

/// The different Khmer words of the lists, by their bytes.
std::set<std::string> khmerWords() {
    std::set<std::string> words;
    for (const char* list : {"khmerlbdict/seafreq.txt",
                             "khmerlbdict/KHSV.txt",
                             "khmerlbdict/KHOV.txt",
                             "khmerlbdict/DFD.txt",
                             "khmerlbdict/HC.txt",
                             "khmerlbdict/TD.txt",
                             "khmerlbdict/names.txt",
                             "khmerlbdict/places.txt",
                             "khmerlbdict/villages.txt",
                             "khmer_segmenter/word_frequencies.tsv"}) {
        std::ifstream in(kLists + list);
        REQUIRE(in);
        for (std::string line; std::getline(in, line);) {
            const std::string word =
                without(without(line.substr(0, line.find('\t')), "\r"), "\xEF\xBB\xBF");
            if (isKhmerWord(word)) words.insert(word);
        }
    }
    return words;
}

std::vector<std::string> answers() {
    std::ifstream in(SUBS_SOURCE_DIR "/tests/text/unicode_graphemes/answers.txt");
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with('#')) lines.push_back(line);
    }
    return lines;
}

/// The lengths of the clusters of `word` in code points, as the answers have them.
std::string lengthsOf(std::string_view word) {
    constexpr std::string_view kDigits = "0123456789abcdefghijklmnopqrstuvwxyz";
    std::string lengths;
    std::size_t begin = 0;
    for (const std::size_t end : subs::clusterEnds(word)) {
        lengths += kDigits[subs::countCodePoints(word.substr(begin, end - begin))];
        begin = end;
    }
    return lengths;
}

}  // namespace

TEST_CASE("clusters of well-formed words are those of Unicode 17", "[text][khmer]") {
    const std::set<std::string> words = khmerWords();
    const std::vector<std::string> expected = answers();
    REQUIRE(words.size() == expected.size());
    std::size_t wellFormed = 0;
    std::size_t i = 0;
    for (const std::string& word : words) {
        const std::string& answer = expected[i++];
        if (!testing::disorderIn(word).empty()) continue;
        ++wellFormed;
        CAPTURE(word);
        if (lengthsOf(word) != answer) CHECK(lengthsOf(word) == answer);
    }
    CHECK(wellFormed > 57'000);
}

TEST_CASE("clusters of Myanmar are those of Unicode 17", "[text]") {
    std::ifstream in(SUBS_SOURCE_DIR "/tests/text/unicode_graphemes/myanmar.txt");
    std::size_t texts = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with('#')) continue;
        const std::size_t tab = line.find('\t');
        REQUIRE(tab != std::string::npos);
        const std::string text = line.substr(0, tab);
        CAPTURE(text);
        CHECK(lengthsOf(text) == line.substr(tab + 1));
        ++texts;
    }
    CHECK(texts == 2000);
}
