// SPDX-License-Identifier: MIT
#include <subs/job/legacy_font.h>

#include "catch.h"

#include <string>
#include <vector>

using namespace subs;

namespace {

const std::string kLimon = "PsþútagGMBIBaküfa Exµr";
const std::string kKhmer = "ភស្តុតាងអំពីពាក្យថា ខ្មែរ";

Document documentOf(const std::vector<std::string>& texts) {
    Document document;
    for (const std::string& text : texts) {
        Cue cue;
        cue.id = document.newId();
        cue.text.plain = text;
        document.cues.push_back(cue);
    }
    return document;
}

}  // namespace

TEST_CASE("lines keep their ends when they are converted", "[job][khmer][legacy]") {
    const std::string text = "a b\r\n" + kLimon + "\r\n\n" + kLimon + "\r" + kLimon;
    const LegacyLines done = withLegacyConverted(text, {});
    CHECK(done.text == "a b\r\n" + kKhmer + "\r\n\n" + kKhmer + "\r" + kKhmer);
    REQUIRE(done.found.size() == 3);
    CHECK(done.found[0].text.index == 1);
    CHECK(done.found[0].place.line == 2);
    CHECK(done.found[2].place.line == 5);
    CHECK(done.found[0].text.after == kKhmer);
    CHECK(withLegacyConverted("", {}).text.empty());
    CHECK(withLegacyConverted("\n\n", {}).text == "\n\n");
}

TEST_CASE("a document without legacy text is passed over in silence", "[job][khmer][legacy]") {
    CHECK_FALSE(legacyRemark(documentOf({})).has_value());
    CHECK_FALSE(legacyRemark(documentOf({"Où étais-tu ?", "ខ្មែរ", "YouTube"})).has_value());
    CHECK_FALSE(legacyRemark(std::string_view("Größe\nMcDonald\n")).has_value());
    const auto remark = legacyRemark(documentOf({"Yes.", kLimon}));
    REQUIRE(remark.has_value());
    CHECK(remark->severity == Severity::Warning);
    CHECK(remark->code == "khmer.legacy-font");
    CHECK(remark->message.starts_with("1 of 2 cues looks like text for the font Limon (99 %)"));
}

TEST_CASE("what was done is told once, what was not cue by cue", "[job][khmer][legacy]") {
    const Document document = documentOf({kLimon, kLimon});
    LegacyOptions options;
    const auto remarksOf = [&] {
        return legacyRemarks(
            placedLegacy(legacyConversion(document, options).cues, document), 2, options);
    };
    REQUIRE(remarksOf().size() == 1);
    CHECK(remarksOf()[0].message ==
          "2 of 2 cues converted from the font Limon into Unicode (99 %)");
    options.leastConfidence = 1;
    REQUIRE(remarksOf().size() == 2);
    CHECK(remarksOf()[1].message ==
          "cue 2: may be text for the font Limon (99 %), left as it is: \"" + kLimon + "\"");
    options.font = LegacyFont::Limon;
    CHECK(remarksOf()[0].message ==
          "2 of 2 cues converted from the font Limon into Unicode (100 %)");
}
