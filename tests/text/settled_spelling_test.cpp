// SPDX-License-Identifier: MIT
#include <subs/text/settled_spelling.h>

#include "catch.h"
#include "text/khmer_spellings.h"

using namespace subs;

TEST_CASE("a word in the one spelling that is known is right", "[text][khmer]") {
    const KhmerSpellings known("ខេត្ត\nកណ្ដាល\n");
    CHECK(known.rightOf("ខេត្ដ") == "ខេត្ត");
    CHECK(known.rightOf("ខេត្ត").empty());
    CHECK(known.rightOf("កណ្តាល") == "កណ្ដាល");
    CHECK(known.rightOf("ផ្ទះ").empty());
    CHECK(known.rightOf("").empty());
    CHECK(known.rightOf("abc").empty());
}

TEST_CASE("words with the wrong one of the subscripts DA and TA are found", "[text][khmer]") {
    Segmenter segmenter("km");
    CHECK(unsettledSpellingsIn("ទៅខេត្ដ", segmenter) ==
          std::vector<UnsettledSpelling>{{6, 21, "ខេត្ត"}});
    // The lists have both spellings.
    CHECK(unsettledSpellingsIn("ស្តី ស្ដី", segmenter).empty());
    CHECK(unsettledSpellingsIn("", segmenter).empty());
    CHECK(unsettledSpellingsIn("\xFF\u17D2\u178A", segmenter).empty());
}
