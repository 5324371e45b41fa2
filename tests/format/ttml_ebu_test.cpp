// SPDX-License-Identifier: MIT
// Rules of structure are those of EBU Tech 3380 as ebutt_d.xsd and ebutt_datatypes.xsd of the EBU
// say them.
#include <subs/format/features.h>

#include "catch.h"
#include "format/read.h"

#include <string>

using namespace subs;
using testing::ms;
using testing::written;

namespace {

Document twoCues() {
    Document document;
    document.format = "elsewhere";
    document.language = "de";
    for (const char* const text : {"Guten Tag", "Wie geht's?"}) {
        Cue& cue = document.cues.emplace_back();
        cue.id = document.newId();
        cue.start = ms(static_cast<std::int64_t>(document.cues.size()) * 1000);
        cue.end = cue.start + ms(900);
        cue.text.plain = text;
    }
    return document;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("each paragraph of a new file of EBU-TT-D has an id", "[ttml][ebu]") {
    Document document = twoCues();
    document.cues[0].label = "1";
    std::string text = written(document, "ebu-tt-d");
    CHECK(has(text, "<p xml:id=\"sub1\" begin"));
    CHECK(has(text, "<p xml:id=\"sub2\" begin"));
    document.cues[0].label = "sub2";
    text = written(document, "ebu-tt-d");
    CHECK(has(text, "<p xml:id=\"sub2\" begin"));
    CHECK(has(text, "<p xml:id=\"sub2-\" begin"));
}

TEST_CASE("EBU-TT-D has colours in hexadecimal digits alone", "[ttml][ebu]") {
    Document document = twoCues();
    document.cues[0].text.spans = {{SpanKind::Color, 0, 5, "yellow"}};
    const std::string text = written(document, "ebu-tt-d");
    CHECK(has(text,
              "<style xml:id=\"default\" tts:fontFamily=\"proportionalSansSerif\" "
              "tts:fontSize=\"100%\" tts:color=\"#FFFFFF\"/>"));
    CHECK(has(text, "tts:color=\"#FFFF00\"/>"));
}

TEST_CASE("a new file of EBU-TT-D with notes alone has a region and no body", "[ttml][ebu]") {
    Document document = twoCues();
    for (Cue& cue : document.cues)
        cue.kind = CueKind::Comment;
    const std::string text = written(document, "ebu-tt-d");
    CHECK(has(text, "<region xml:id=\"bottom\""));
    CHECK_FALSE(has(text, "<body"));
    CHECK(has(text, "<!-- Guten Tag -->"));
}

TEST_CASE("sizes in TTML have no exponent", "[ttml][new]") {
    Document document = twoCues();
    document.cues[0].text.spans = {{SpanKind::FontSize, 0, 5, "1e12"}};
    document.cues[1].text.spans = {{SpanKind::FontSize, 0, 3, "1e-9"}};
    for (const char* const id : {"ttml", "ebu-tt-d"}) {
        const std::string text = written(document, id);
        CHECK(has(text, "tts:fontSize=\"1000000%\""));
        CHECK(has(text, "tts:fontSize=\"0.01%\""));
    }
}

TEST_CASE("languages in TTML are tags of BCP 47", "[ttml][new]") {
    Document document = twoCues();
    document.language = "pt_BR";
    document.cues[0].text.spans = {{SpanKind::Language, 0, 5, "Khmer"},
                                   {SpanKind::Language, 6, 9, "no language"}};
    for (const char* const id : {"ttml", "ebu-tt-d"}) {
        const std::string text = written(document, id);
        CHECK(has(text, "xml:lang=\"pt-BR\""));
        CHECK(has(text, "<span xml:lang=\"km\">Guten</span>"));
        CHECK_FALSE(has(text, "no language"));
    }
    document.language = "no language";
    CHECK(has(written(document, "ttml"), "xml:lang=\"\""));
    const LossReport losses = formatNamed("ttml")->plan(document, {});
    std::size_t dropped = 0;
    for (const LossItem& item : losses.items)
        if (item.feature == feature::kLanguage && item.severity == LossSeverity::Dropped)
            dropped += item.count;
    CHECK(dropped == 2);
}
