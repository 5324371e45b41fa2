// SPDX-License-Identifier: MIT
#include <subs/base/utf8.h>
#include <subs/text/clusters.h>

#include "catch.h"

#include <unicode/brkiter.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <random>
#include <string>
#include <vector>

using namespace subs;

namespace {

/// `text` with a "|" between its clusters.
std::string parted(std::string_view text) {
    std::string result;
    std::size_t begin = 0;
    for (const std::uint32_t end : clusterEnds(text)) {
        if (begin > 0) result += '|';
        result += text.substr(begin, end - begin);
        begin = end;
    }
    return result;
}

std::string utf8(std::u32string_view codePoints) {
    std::string text;
    for (const char32_t c : codePoints)
        appendUtf8(text, c);
    return text;
}

/// Texts of up to 12 code points that are mostly malformed Khmer with other scripts strewn in.
std::vector<std::string> strangeTexts() {
    const std::u32string letters =
        U"កខមរ័ាិុ៉្្្េះៗ។០ \u200B\u200C\u200D\u2060a\r\né\u0301가\u1100\u1161👨👩🇰🇭\u25CC\u0E31";
    std::mt19937 random(17);  // NOLINT: the same texts every time
    std::vector<std::string> texts;
    for (int i = 0; i < 4000; ++i) {
        std::string text;
        for (std::size_t n = random() % 12 + 1; n > 0; --n)
            appendUtf8(text, letters[random() % letters.size()]);
        if (i % 10 == 0) text.insert(random() % text.size(), "\xE1\x9E");
        texts.push_back(text);
    }
    return texts;
}

}  // namespace

TEST_CASE("clusters of well-formed Khmer are a base and all that hangs on it", "[text][khmer]") {
    CHECK(parted("ខ្មែរ") == "ខ្មែ|រ");
    CHECK(parted("ស្ត្រី") == "ស្ត្រី");
    CHECK(parted("កម្ពុជា") == "ក|ម្ពុ|ជា");
    CHECK(parted("ភាសាខ្មែរ") == "ភា|សា|ខ្មែ|រ");
    CHECK(parted("ក្រុម") == "ក្រុ|ម");
    CHECK(parted("ខ្ញុំ") == "ខ្ញុំ");
    CHECK(parted("ហ្វ្រ៊ី") == "ហ្វ្រ៊ី");
    CHECK(parted("ប្រជាជន") == "ប្រ|ជា|ជ|ន");
    CHECK(parted("ខ្ញុំ\u200Bស្រលាញ់") == "ខ្ញុំ|\u200B|ស្រ|លា|ញ់");
    CHECK(parted("ផ្សេងៗ។១២") == "ផ្សេ|ង|ៗ|។|១|២");
}

TEST_CASE("a shifter keeps its joiner and a Middle Khmer final coeng its cluster",
          "[text][khmer]") {
    const std::string shifter = utf8(U"\u179F\u17CA\u200C\u17B8");
    CHECK(parted(shifter) == shifter);
    const std::string finalCoeng = utf8(U"\u1780\u17B6\u200D\u17D2\u1799");
    CHECK(parted(finalCoeng) == finalCoeng);
}

TEST_CASE("malformed Khmer keeps every sign with its base", "[text][khmer]") {
    for (const std::u32string_view one :
         {U"\u1780\u17B6\u17B6",        // doubled vowel
          U"\u1780\u17D2",              // dangling coeng
          U"\u1780\u17D2\u17D2\u1798",  // doubled coeng
          U"\u1780\u17B7\u17D2\u178F",  // coeng after a vowel
          U"\u1780\u17D2\u200C\u1798",  // joiner inside a coeng pair
          U"\u17D2\u1780",              // coeng without a base before it
          U"\u1798\u17C9\u17D2\u1799"}) {
        CHECK(parted(utf8(one)) == utf8(one));
    }
    CHECK(parted(utf8(U"\u1780\u17D2 \u1798")) == utf8(U"\u1780\u17D2| |\u1798"));
}

TEST_CASE("a Khmer sign without a base is a cluster of its own", "[text][khmer]") {
    CHECK(parted(utf8(U" \u17B6")) == utf8(U" |\u17B6"));
    CHECK(parted(utf8(U"a\u17B6b")) == utf8(U"a|\u17B6|b"));
    CHECK(parted(utf8(U"\u17D4\u17B6")) == utf8(U"\u17D4|\u17B6"));
    CHECK(parted(utf8(U"\u25CC\u17B6")) == utf8(U"\u25CC\u17B6"));
}

TEST_CASE("U+200B and U+2060 end a cluster even inside a coeng pair", "[text][khmer]") {
    CHECK(parted(utf8(U"\u1780\u200B\u17D2\u1798")) == utf8(U"\u1780|\u200B|\u17D2\u1798"));
    CHECK(parted(utf8(U"\u1780\u17D2\u200B\u1798")) == utf8(U"\u1780\u17D2|\u200B|\u1798"));
    CHECK(parted(utf8(U"\u1780\u2060\u17B6")) == utf8(U"\u1780|\u2060|\u17B6"));
}

TEST_CASE("other scripts keep their grapheme clusters", "[text]") {
    CHECK(parted("abc").size() == 5);
    CHECK(parted("a\r\nb") == "a|\r\n|b");
    CHECK(parted("e\u0301a") == "e\u0301|a");
    CHECK(parted("กำ") == "กำ");
    CHECK(parted("👨\u200D👩\u200D👧x") == "👨\u200D👩\u200D👧|x");
    CHECK(parted("🇰🇭🇹🇭🇰") == "🇰🇭|🇹🇭|🇰");
    CHECK(parted("\u1112\u1161\u11AB글") == "\u1112\u1161\u11AB|글");
}

TEST_CASE("clusters outside of Khmer are those of ICU", "[text]") {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> oracle(
        icu::BreakIterator::createCharacterInstance("en", status));
    REQUIRE(U_SUCCESS(status));
    const std::u32string letters =
        U"aé\u0301\r\n กำ\u0E31가\u1100\u1161\u11A8👨👩🇰🇭🇹\u200D\u200B\u0600ह\u094Dन\u093F";
    std::mt19937 random(4);  // NOLINT: the same texts every time
    for (int i = 0; i < 2000; ++i) {
        std::string text;
        for (int n = 0; n < 10; ++n)
            appendUtf8(text, letters[random() % letters.size()]);
        const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
        oracle->setText(wide);
        std::string expected;
        for (int32_t begin = oracle->first(), end = oracle->next(); end != icu::BreakIterator::DONE;
             begin = end, end = oracle->next()) {
            if (begin > 0) expected += '|';
            wide.tempSubStringBetween(begin, end).toUTF8String(expected);
        }
        CHECK(parted(text) == expected);
    }
}

TEST_CASE("clusters cover any text and stepping back undoes stepping on", "[text][khmer]") {
    for (const std::string& text : strangeTexts()) {
        std::size_t at = 0;
        for (const std::uint32_t end : clusterEnds(text)) {
            REQUIRE(end > at);
            REQUIRE(nextCluster(text, at) == end);
            REQUIRE(previousCluster(text, end) == at);
            at = end;
        }
        REQUIRE(at == text.size());
    }
}

TEST_CASE("no cluster ends between U+17D2 and its letter", "[text][khmer]") {
    for (const std::string& text : strangeTexts()) {
        for (const std::uint32_t end : clusterEnds(text)) {
            if (end < 3 || end == text.size() || text.substr(end - 3, 3) != "\u17D2") continue;
            const char32_t next = decodeUtf8(text, end).codePoint;
            CHECK_FALSE((next >= 0x1780 && next <= 0x17B3));
        }
    }
}

TEST_CASE("snapping gives the last cluster boundary at or before a byte", "[text][khmer]") {
    for (const std::string& text : strangeTexts()) {
        const Offsets ends = clusterEnds(text);
        for (std::size_t at = 0; at <= text.size() + 1; ++at) {
            const auto above = std::ranges::upper_bound(ends, at);
            REQUIRE(snappedToCluster(text, at) == (above == ends.begin() ? 0 : *(above - 1)));
        }
    }
}

TEST_CASE("an empty text has no clusters", "[text]") {
    CHECK(clusterEnds("").empty());
    CHECK(snappedToCluster("", 0) == 0);
}

TEST_CASE("each undecodable byte is a cluster", "[text]") {
    CHECK(clusterEnds("a\xFF\xE1\x9E") == Offsets{1, 2, 3, 4});
}
