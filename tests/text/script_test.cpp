// SPDX-License-Identifier: MIT
#include <subs/text/script.h>

#include "catch.h"

TEST_CASE("the script of most letters tells the language", "[text][script]") {
    CHECK(subs::languageByScript("ខ្ញុំសុំទឹកមួយកែវ") == "km");
    CHECK(subs::languageByScript("ខ្ញុំឈ្មោះ Dara") == "km");
    CHECK(subs::languageByScript("Where is the boat?") == "en");
    CHECK(subs::languageByScript("Где лодка?") == "ru");
    CHECK(subs::languageByScript("สวัสดี") == "th");
    CHECK(subs::languageByScript("船はどこ") == "ja");
    CHECK(subs::languageByScript("船在哪里") == "zh");
    CHECK(subs::languageByScript("배 어디") == "ko");
}

TEST_CASE("letters of the Khmer block tell Khmer, its vowels and signs alone do not",
          "[text][script]") {
    // By their general categories in the Unicode Character Database.
    for (const char* const letter : {"\u1780", "\u17B3", "\u17D7", "\u17DC"}) {
        CAPTURE(letter);
        CHECK(subs::languageByScript(letter) == "km");
    }
    for (const char* const sign :
         {"\u17B4", "\u17B6", "\u17D2", "\u17D3", "\u17D4", "\u17DB", "\u17E0"}) {
        CAPTURE(sign);
        CHECK(subs::languageByScript(sign).empty());
    }
}

TEST_CASE("Latin letters with marks are no sign of English", "[text][script]") {
    CHECK(subs::languageByScript("Où est le bateau égaré?").empty());
    CHECK(
        subs::languageByScript(
            "We met in a café by the river, where nobody had asked us to pay for anything at all, "
            "and we stayed until the boats came back in the evening.") == "en");
}

TEST_CASE("a text without letters has no language", "[text][script]") {
    CHECK(subs::languageByScript("").empty());
    CHECK(subs::languageByScript("1997 … !").empty());
    CHECK(subs::languageByScript("\xFF\xFE").empty());
}

TEST_CASE("letters are letters in every script and digits are none", "[text]") {
    CHECK(subs::hasLetters("1985 caf\u0065\u0301"));
    CHECK(subs::hasLetters("១៩ ក"));
    CHECK_FALSE(subs::hasLetters("1985 ១៩ … \xFF"));
    CHECK_FALSE(subs::hasLetters(""));
}

TEST_CASE("a text has Khmer where it has anything of the Khmer blocks", "[text][khmer]") {
    CHECK(subs::hasKhmer("Phnom Penh ភ្នំពេញ"));
    CHECK(subs::hasKhmer("\u17E0"));
    CHECK(subs::hasKhmer("\u19E0"));
    CHECK_FALSE(
        subs::hasKhmer("\u1000\u1E00 English"));  // Burmese, and Latin that begins with E1 too
    CHECK_FALSE(subs::hasKhmer("\xE1\x9E"));
    CHECK_FALSE(subs::hasKhmer(""));
}

TEST_CASE("letters beside the Latin ones tell a language, however few", "[text][script]") {
    CHECK(subs::languageBesideLatin("ឈ្មោះ John Smith Junior") == "km");
    CHECK(subs::languageBesideLatin("船 is a boat, and so is ふね") == "ja");
    CHECK(subs::languageBesideLatin("Where is the boat?").empty());
    CHECK(subs::languageBesideLatin("1997 …").empty());
}

TEST_CASE("a language has a script that it is written in", "[text][script]") {
    CHECK(subs::scriptOf("km") == "Khmr");
    CHECK(subs::scriptOf("en-GB") == "Latn");
    CHECK(subs::scriptOf("zh") == "Hani");
    CHECK(subs::scriptOf("zh-TW") == "Hani");
    CHECK(subs::scriptOf("sr-Latn") == "Latn");
    CHECK(subs::scriptOf("").empty());
    CHECK(subs::scriptOf("no language at all").empty());
}

TEST_CASE("lines are counted by their script", "[text][script]") {
    subs::LineCensus census;
    for (const char* line : {"ទៅណា?", "ឈ្មោះ John Smith Junior", "Where to?", "1997", ""})
        census.add(line);
    CHECK(census.otherLines() == 2);
    CHECK(census.latinLines() == 1);
    CHECK(census.language() == subs::languageByScript("ទៅណា?ឈ្មោះ John Smith JuniorWhere to?1997"));
}
