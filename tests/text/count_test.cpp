// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/count.h>
#include <subs/text/segment.h>

#include "catch.h"

#include <string>

using namespace subs;

TEST_CASE("Khmer is counted by code points and by clusters", "[text][khmer]") {
    struct Vector {
        std::string text;
        std::size_t codePoints;
        std::size_t clusters;
    };
    const auto vector = GENERATE(values<Vector>({{"ខ្មែរ", 5, 2},
                                                 {"ស្ត្រី", 6, 1},
                                                 {"កម្ពុជា", 7, 3},
                                                 {"ភាសាខ្មែរ", 9, 4},
                                                 {"ក្រុម", 5, 2},
                                                 {"ខ្ញុំ", 5, 1},
                                                 {"ហ្វ្រ៊ី", 7, 1},
                                                 {"ប្រជាជន", 7, 4}}));
    CAPTURE(vector.text);
    CHECK(counted(vector.text, CountUnit::CodePoints) == vector.codePoints);
    CHECK(counted(vector.text, CountUnit::Clusters) == vector.clusters);
    CHECK(counted(vector.text, CountUnit::Graphemes) == vector.clusters);
    CHECK(counted(vector.text, CountUnit::Columns) == vector.clusters);
}

TEST_CASE("a zero width space counts nothing", "[text][khmer]") {
    const std::string text = "ខ្ញុំ\u200Bស្រលាញ់";
    CHECK(countCodePoints(text) == 13);
    CHECK(counted(text, CountUnit::CodePoints) == 12);
    CHECK(counted(text, CountUnit::Clusters) == 4);
}

TEST_CASE("invisible characters and line breaks count nothing in any unit", "[text]") {
    const std::string text =
        "a\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\u00AD\u202A\u202E\u2066\u2069\u061C\r\n\n\u2028";
    for (const CountUnit unit :
         {CountUnit::CodePoints, CountUnit::Graphemes, CountUnit::Clusters, CountUnit::Columns}) {
        CHECK(counted(text, unit) == 1);
    }
}

TEST_CASE("spaces and punctuation count one", "[text]") {
    for (const CountUnit unit :
         {CountUnit::CodePoints, CountUnit::Graphemes, CountUnit::Clusters, CountUnit::Columns}) {
        CHECK(counted("Well, no... \u00A0!", unit) == 14);
        CHECK(counted("ទៅ ។", unit) == (unit == CountUnit::CodePoints ? 4 : 3));
    }
}

TEST_CASE("a letter with combining signs is one grapheme", "[text]") {
    CHECK(counted("re\u0301sume\u0301", CountUnit::Graphemes) == 6);
    CHECK(counted("re\u0301sume\u0301", CountUnit::CodePoints) == 8);
    CHECK(counted("👨\u200D👩\u200D👧", CountUnit::Graphemes) == 1);
}

TEST_CASE("wide characters take two columns", "[text]") {
    CHECK(counted("日本 ab", CountUnit::Columns) == 7);
    CHECK(counted("日本 ab", CountUnit::Graphemes) == 5);
    CHECK(counted("Ａ가ｱ", CountUnit::Columns) == 5);
}

TEST_CASE("count units are found by their names", "[text]") {
    for (const CountUnit unit :
         {CountUnit::CodePoints, CountUnit::Graphemes, CountUnit::Clusters, CountUnit::Columns}) {
        CHECK(countUnitNamed(nameOf(unit)) == unit);
    }
    CHECK(nameOf(CountUnit::CodePoints) == "code-points");
    CHECK_FALSE(countUnitNamed("letters"));
    CHECK_FALSE(countUnitNamed(""));
}

TEST_CASE("words are pieces with a letter or a digit", "[text][khmer]") {
    Segmenter segmenter("km");
    CHECK(countedWords("", segmenter) == 0);
    CHECK(countedWords(" ។ «» ", segmenter) == 0);
    CHECK(countedWords("ខ្ញុំទៅផ្សារ។", segmenter) == 3);
    CHECK(countedWords("ផ្សេងៗ ១២ Film!", segmenter) == 3);
    CHECK(countedWords("ខ្ញុំ\u200Bទៅ", segmenter) == 2);
}
