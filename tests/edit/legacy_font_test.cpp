// SPDX-License-Identifier: MIT
#include <subs/edit/legacy_font.h>

#include "catch.h"
#include "format/growth.h"

#include <string>
#include <vector>

using namespace subs;

namespace {

const std::string kLimon = "PsþútagGMBIBaküfa Exµr";
const std::string kKhmer = "ភស្តុតាងអំពីពាក្យថា ខ្មែរ";

Document documentOf(const std::vector<CueText>& texts) {
    Document document;
    for (const CueText& text : texts) {
        Cue cue;
        cue.id = document.newId();
        cue.text = text;
        document.cues.push_back(cue);
    }
    return document;
}

void addStyle(Document& document, const std::string& name, const std::string& font) {
    Style style;
    style.name = name;
    style.fontName = font;
    document.styles.push_back(style);
}

Document converted(Document document, const LegacyOptions& options = {}) {
    const Document before = document;
    const LegacyConversion conversion = legacyConversion(document, options);
    apply(conversion.change, document);
    Document back = document;
    apply(inverse(conversion.change), back);
    CHECK(back.cues == before.cues);
    CHECK(back.styles == before.styles);
    return document;
}

/// The stretches that Font spans cover, "font:text".
std::vector<std::string> fontsOf(const CueText& text) {
    std::vector<std::string> fonts;
    for (const Span& span : text.spans)
        if (span.kind == SpanKind::Font)
            fonts.push_back(span.value + ":" +
                            text.plain.substr(span.begin, span.end - span.begin));
    return fonts;
}

const LegacyOptions kAskedLimon = {.font = LegacyFont::Limon};

}  // namespace

TEST_CASE("text in a style of a legacy font is converted and its style gets a Khmer font",
          "[edit][khmer][legacy]") {
    Document document = documentOf({{"eTA", {}}, {"Hello, John.", {}}, {"2024", {}}});
    addStyle(document, "Khmer", "Limon S1");
    addStyle(document, "Default", "Arial");
    document.cues[0].style = "Khmer";
    document.cues[2].style = "Khmer";
    const Document after = converted(document);
    CHECK(after.cues[0].text.plain == "ទៅ");
    CHECK(after.cues[1].text.plain == "Hello, John.");
    CHECK(after.cues[2].text.plain == "២០២៤");
    CHECK(after.styles[0].fontName == "Khmer OS Battambang");
    CHECK(after.styles[1].fontName == "Arial");
    CHECK(converted(document, {.khmerFont = "Siemreap"}).styles[0].fontName == "Siemreap");
    const LegacyConversion told = legacyConversion(document);
    REQUIRE(told.cues.size() == 2);
    CHECK(told.cues[0].reason == LegacyReason::FontName);
    CHECK(told.cues[0].outcome == LegacyOutcome::Converted);
    CHECK(told.cues[0].fontName == "Limon S1");
    CHECK(told.cues[0].before == "eTA");
    CHECK(told.cues[0].after == "ទៅ");
    CHECK(told.cues[0].confidence == 1);
    // Once is enough.
    CHECK(legacyConversion(after).cues.empty());
}

TEST_CASE("only the span that names a legacy font is converted", "[edit][khmer][legacy]") {
    const std::string text = "John: eTA, OK";
    const Document after = converted(documentOf({{text,
                                                  {{SpanKind::Font, 6, 9, "Limon R1"},
                                                   {SpanKind::Bold, 8, 10, ""},
                                                   {SpanKind::Karaoke, 7, 7, "\\k30"}}}}));
    CHECK(after.cues[0].text.plain == "John: ទៅ, OK");
    CHECK(fontsOf(after.cues[0].text) == std::vector<std::string>{"Khmer OS Battambang:ទៅ"});
    // Bold began inside of the syllable, which is one now; a point goes before it.
    for (const Span& span : after.cues[0].text.spans) {
        if (span.kind == SpanKind::Bold) CHECK((span.begin == 6 && span.end == 13));
        if (span.kind == SpanKind::Karaoke) CHECK(span.begin == 6);
    }
}

TEST_CASE("the innermost font counts, and a reset goes back to a style", "[edit][khmer][legacy]") {
    Document document = documentOf(
        {{"eTAOKeTA", {{SpanKind::Font, 0, 8, "Limon S1"}, {SpanKind::Font, 3, 5, "Arial"}}},
         {"eTAOK eTA", {{SpanKind::Opaque, 3, 3, "\\rLatin"}, {SpanKind::Opaque, 6, 6, "\\r"}}}});
    addStyle(document, "Latin", "Arial");
    addStyle(document, "Default", "limon s7");
    document.cues[0].style = "Latin";
    document.cues[1].style = "Default";
    const Document after = converted(document);
    CHECK(after.cues[0].text.plain == "ទៅOKទៅ");
    CHECK(after.cues[1].text.plain == "ទៅOK ទៅ");
    CHECK(fontsOf(after.cues[0].text)[1] == "Arial:OK");
}

TEST_CASE("where no font tells, lines that read so are converted", "[edit][khmer][legacy]") {
    const Document document = documentOf({{kLimon, {}},
                                          {"What do you mean?\n" + kLimon, {}},
                                          {"- Google it, McDonald!", {}},
                                          {kLimon + " Facebook " + kLimon, {}},
                                          {"ខ្មែរ", {}}});
    const Document after = converted(document);
    CHECK(after.cues[0].text.plain == kKhmer);
    CHECK(after.cues[1].text.plain == "What do you mean?\n" + kKhmer);
    CHECK(after.cues[2].text.plain == "- Google it, McDonald!");
    CHECK(after.cues[3].text.plain == kKhmer + " Facebook " + kKhmer);
    CHECK(after.cues[4].text.plain == "ខ្មែរ");
    const LegacyConversion told = legacyConversion(document);
    REQUIRE(told.cues.size() == 3);
    CHECK(told.cues[0].reason == LegacyReason::Statistics);
    CHECK(told.cues[0].confidence > 0.9);
    CHECK(told.cues[0].fontName.empty());
}

TEST_CASE("a doubtful line is told and left alone", "[edit][khmer][legacy]") {
    // Two words of a name list, with one letter above ASCII.
    const Document document = documentOf({{"Búlgarskt", {}}, {"GnuCash", {}}});
    LegacyOptions strict;
    strict.leastConfidence = 1.1;
    const Document sure = documentOf({{kLimon, {}}});
    CHECK(legacyConversion(sure, strict).change.empty());
    REQUIRE(legacyConversion(sure, strict).cues.size() == 1);
    CHECK(legacyConversion(sure, strict).cues[0].outcome == LegacyOutcome::Doubtful);
    CHECK(legacyConversion(sure, strict).cues[0].after == kLimon);
    CHECK(legacyConversion(document).change.empty());
}

TEST_CASE("a family without a table is told and left alone", "[edit][khmer][legacy]") {
    Document document = documentOf({{"eTA", {}}});
    addStyle(document, "Default", "ABC-TEXT-05");
    const LegacyConversion told = legacyConversion(document);
    CHECK(told.change.empty());
    REQUIRE(told.cues.size() == 1);
    CHECK(told.cues[0].outcome == LegacyOutcome::NoTable);
    CHECK(told.cues[0].font == LegacyFont::Abc);
    CHECK(told.cues[0].fontName == "ABC-TEXT-05");
    // Nor is it taken for text in another family when that is asked for.
    CHECK(legacyConversion(document, kAskedLimon).change.empty());
}

TEST_CASE("a family that is asked for has all its text, or all Latin text where none is named",
          "[edit][khmer][legacy]") {
    const Document plain = documentOf({{"rvl;.", {}}, {"mk", {}}, {"ខ្មែរ!", {}}});
    const Document after = converted(plain, kAskedLimon);
    CHECK(after.cues[0].text.plain == "រវល់។");
    CHECK(after.cues[1].text.plain == "មក");
    CHECK(after.cues[2].text.plain == "ខ្មែរ!");
    CHECK(legacyConversion(plain, kAskedLimon).cues[1].reason == LegacyReason::Asked);

    Document named = documentOf({{"eTA", {{SpanKind::Font, 0, 3, "Limon S1"}}}, {"mk", {}}});
    CHECK(converted(named, kAskedLimon).cues[0].text.plain == "ទៅ");
    CHECK(converted(named, kAskedLimon).cues[1].text.plain == "mk");
}

TEST_CASE("a document without legacy text stays", "[edit][khmer][legacy]") {
    CHECK(legacyConversion(Document()).cues.empty());
    Document document = documentOf({{"", {}},
                                    {"Where have you been?", {{SpanKind::Font, 0, 5, "Arial"}}},
                                    {"ខ្មែរ 2024!", {}},
                                    {"\xFF\xFE", {}}});
    addStyle(document, "Default", "Khmer OS");
    CHECK(legacyConversion(document).cues.empty());
    CHECK(legacyConversion(document).change.empty());
}

TEST_CASE("ten thousand fonts in one cue are read in time", "[edit][khmer][legacy]") {
    CueText text;
    for (std::uint32_t i = 0; i < 10000; ++i) {
        text.plain += "eT ";
        text.spans.push_back({SpanKind::Font, i * 3, 30000, i % 2 == 0 ? "Limon S1" : "Arial"});
    }
    const Document after = converted(documentOf({text}));
    CHECK(after.cues[0].text.plain.starts_with("ទេ eT ទេ "));
}

TEST_CASE("fonts are looked for in linear time where each cue has a style of its own",
          "[edit][legacy][speed]") {
    testing::checkGrowth(4000, [](std::size_t n) {
        Document document;
        document.cues.resize(n);
        for (std::size_t i = 0; i < n; ++i) {
            addStyle(document, "s" + std::to_string(n - i), "Arial");
            document.cues[i].style = "s" + std::to_string(i + 1);
        }
        CHECK(legacyConversion(document, kAskedLimon).cues.empty());
    });
}
