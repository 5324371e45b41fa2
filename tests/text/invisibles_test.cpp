// SPDX-License-Identifier: MIT
#include <subs/text/invisibles.h>
#include <subs/text/segment.h>

#include "catch.h"

#include <string>

using namespace subs;

namespace {

std::string told(std::string_view text, const InvisibleTable& table) {
    std::string all;
    for (const FoundInvisible& found : invisiblesIn(text, table))
        all += std::string(nameOf(found.kind)) + '@' + std::to_string(found.begin) + ' ';
    return all;
}

const std::string kAll = "ក\u200Bខ\u2060គ\u200Cឃ\u200Dង\u00A0ច\uFEFFឆ\u00ADជ";

}  // namespace

TEST_CASE("unasked every invisible character stays, and the useless ones are told of",
          "[text][khmer][invisibles]") {
    const InvisibleTable table = importedInvisibles();
    CHECK(withoutInvisibles(kAll, table).edits.empty());
    CHECK(told(kAll, table) == "U+200C@15 U+200D@21 U+FEFF@32 U+00AD@38 ");
    CHECK(told(kAll, invisiblesAll(InvisibleUse::Keep)).empty());
    CHECK(told(kAll, invisiblesAll(InvisibleUse::Lint)) ==
          "U+200B@3 U+2060@9 U+200C@15 U+200D@21 U+00A0@27 U+FEFF@32 U+00AD@38 ");
}

TEST_CASE("each kind is stripped by itself", "[text][khmer][invisibles]") {
    InvisibleTable table;
    table[InvisibleKind::ZeroWidthSpace] = InvisibleUse::Strip;
    table[InvisibleKind::NoBreakSpace] = InvisibleUse::Strip;
    CHECK(withoutInvisibles("ក\u200Bខ\u00A0គ\u2060ឃ", table).text == "កខ គ\u2060ឃ");
    CHECK(withoutInvisibles(kAll, invisiblesAll(InvisibleUse::Strip)).text == "កខគឃង ចឆជ");
    const Normalised result = withoutInvisibles("ក\u200B\u200Bខ", table);
    REQUIRE(result.edits.size() == 1);
    CHECK(result.edits[0] == TextEdit{3, 9, ""});
}

TEST_CASE("a joiner that joins stays", "[text][khmer][invisibles]") {
    const InvisibleTable strip = invisiblesAll(InvisibleUse::Strip);
    for (const char* kept : {"ស៊\u200Cី", "👩\u200D🚀", "می\u200Cخواهم"}) {
        INFO(kept);
        CHECK(withoutInvisibles(kept, strip).edits.empty());
        CHECK(told(kept, invisiblesAll(InvisibleUse::Lint)).empty());
    }
    CHECK(withoutInvisibles("ស៊\u200C\u200Cី", strip).text == "ស៊\u200Cី");
}

TEST_CASE("invisible characters are shown by name and found again", "[text][khmer][invisibles]") {
    const Normalised shown = withInvisiblesShown(kAll);
    CHECK(shown.text == "ក⟨ZWSP⟩ខ⟨WJ⟩គ⟨ZWNJ⟩ឃ⟨ZWJ⟩ង⟨NBSP⟩ច⟨BOM⟩ឆ⟨SHY⟩ជ");
    const OffsetMap map = shown.map();
    CHECK(map.before(shown.text.find("ខ"), EditSide::Begin) == kAll.find("ខ"));
    CHECK(map.before(shown.text.find("ជ"), EditSide::Begin) == kAll.find("ជ"));
}

TEST_CASE("U+200B is put where lines may end, and never U+2060", "[text][khmer][invisibles]") {
    Segmenter segmenter("km");
    const std::string text = "ខ្ញុំមិនចង់ទៅ ផ្ទះវិញទេ";
    const std::string marked = withZeroWidthSpaces(text, segmenter.lineBreaks(text)).text;
    CHECK(marked == "ខ្ញុំ\u200Bមិន\u200Bចង់\u200Bទៅ ផ្ទះ\u200Bវិញ\u200Bទេ");
    CHECK(withZeroWidthSpaces(marked, segmenter.lineBreaks(marked)).edits.empty());
    CHECK(withZeroWidthSpaces("ab cd", {1, 2, 3}).edits.empty());
    CHECK(withZeroWidthSpaces("ក\u2060ខ", {3, 6}).edits.empty());
    InvisibleTable strip;
    strip[InvisibleKind::ZeroWidthSpace] = InvisibleUse::Strip;
    CHECK(withoutInvisibles(marked, strip).text == text);
}

TEST_CASE("invisible characters of damaged and endless texts", "[text][invisibles]") {
    std::string many = "\xFF";
    for (int i = 0; i < 300'000; ++i)
        many += "\u200D";
    many += "\xE1\x9E";
    CHECK(withoutInvisibles(many, invisiblesAll(InvisibleUse::Strip)).text.size() < 10);
    CHECK(withInvisiblesShown("").text.empty());
}
