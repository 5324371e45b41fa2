// SPDX-License-Identifier: MIT
// Rules of structure are those of EBU Tech 3380 as ebutt_d.xsd and ebutt_datatypes.xsd of the EBU
// say them.
#include <subs/format/features.h>

#include "catch.h"
#include "format/read.h"

#include <algorithm>
#include <string>

using namespace subs;
using testing::documentOf;
using testing::has;
using testing::ms;
using testing::withReplaced;
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

const std::string kFile =
    "<tt:tt xmlns:tt=\"http://www.w3.org/ns/ttml\" "
    "xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" "
    "xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" xmlns:ebuttm=\"urn:ebu:tt:metadata\" "
    "ttp:timeBase=\"media\" xml:lang=\"de\">\n"
    "<tt:head><tt:metadata><ebuttm:documentMetadata><ebuttm:conformsToStandard>"
    "urn:ebu:tt:distribution:2018-04</ebuttm:conformsToStandard></ebuttm:documentMetadata>"
    "</tt:metadata>\n"
    "<tt:styling><tt:style xml:id=\"yellow\" tts:color=\"#FFFF00\" "
    "tts:backgroundColor=\"#000000\"/>"
    "<tt:style xml:id=\"slanted\" tts:fontStyle=\"italic\"/></tt:styling>\n"
    "<tt:layout><tt:region xml:id=\"r\" tts:origin=\"10% 10%\" tts:extent=\"80% 80%\" "
    "tts:displayAlign=\"after\"/></tt:layout></tt:head>\n"
    "<tt:body><tt:div>\n"
    "<tt:p xml:id=\"a\" region=\"r\" begin=\"00:00:01.000\" end=\"00:00:02.000\">"
    "<tt:metadata/><tt:span xml:id=\"s\" style=\"yellow\">Guten Tag</tt:span></tt:p>\n"
    "<tt:p xml:id=\"b\" region=\"r\" begin=\"00:00:03.000\" end=\"00:00:04.000\">"
    "<tt:span>Wie</tt:span></tt:p>\n"
    "</tt:div></tt:body></tt:tt>\n";

Document file() {
    Document document = documentOf("ebu-tt-d", kFile);
    REQUIRE(document.cues.size() == 2);
    return document;
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

TEST_CASE("an edited text of EBU-TT-D refers to styles, those of the file or new ones",
          "[ttml][ebu][save]") {
    Document document = file();
    document.cues[0].text.spans = {{SpanKind::Italic, 0, 5, ""}, {SpanKind::Bold, 6, 9, ""}};
    const std::string text = written(document, "ebu-tt-d");
    CHECK(text ==
          withReplaced(
              withReplaced(kFile,
                           "<tt:span xml:id=\"s\" style=\"yellow\">Guten Tag</tt:span>",
                           "<tt:span xml:id=\"s\" style=\"yellow slanted\">Guten</tt:span>"
                           "<tt:span style=\"yellow\"> </tt:span>"
                           "<tt:span style=\"yellow subs-fontWeight-bold\">Tag</tt:span>"),
              "</tt:styling>",
              "<tt:style xml:id=\"subs-fontWeight-bold\" tts:fontWeight=\"bold\"/></tt:styling>"));
    const Document again = documentOf("ebu-tt-d", text);
    CHECK(again.cues[0].text.plain == "Guten Tag");
    // What was the look of the cue is said of each part now, as spans are not in each other.
    for (const Span& span : document.cues[0].text.spans)
        CHECK(std::ranges::count(again.cues[0].text.spans, span) == 1);
    // A second edit finds the style of the first.
    Document more = again;
    more.cues[1].text.spans = {{SpanKind::Bold, 0, 3, ""}};
    CHECK(written(more, "ebu-tt-d") ==
          withReplaced(text, "<tt:span>Wie<", "<tt:span style=\"subs-fontWeight-bold\">Wie<"));
}

TEST_CASE("a text of EBU-TT-D that is written anew takes CDATA sections whole",
          "[ttml][ebu][save]") {
    const std::string content = "<![CDATA[Wie & wo]]> so <![CDATA[<da>]]><tt:metadata/>";
    const std::string wie = "<tt:span>Wie</tt:span>";
    Document document = documentOf("ebu-tt-d", withReplaced(kFile, wie, content));
    REQUIRE(document.cues.size() == 2);
    REQUIRE(document.cues[1].text.plain == "Wie & wo so <da>");
    document.cues[1].text.spans = {{SpanKind::Italic, 0, 3, ""}};
    CHECK(written(document, "ebu-tt-d") ==
          withReplaced(kFile,
                       wie,
                       "<tt:span style=\"slanted\">Wie</tt:span>"
                       "<tt:span> &amp; wo so &lt;da&gt;</tt:span><tt:metadata/>"));
}

TEST_CASE("a paragraph of EBU-TT-D keeps its id, and a new one gets one", "[ttml][ebu][save]") {
    Document document = file();
    document.cues[0].label.clear();
    CHECK(written(document, "ebu-tt-d") == kFile);
    document = file();
    Cue cue;
    cue.id = document.newId();
    cue.start = ms(5000);
    cue.end = ms(6000);
    cue.text.plain = "So";
    document.cues.push_back(cue);
    const std::string text = written(document, "ebu-tt-d");
    CHECK(has(text,
              "<tt:p region=\"r\" begin=\"00:00:05.000\" end=\"00:00:06.000\" xml:id=\"subs-3\">"
              "<tt:span>So</tt:span></tt:p>"));
}

TEST_CASE("a region for a cue of EBU-TT-D that is moved refers to a style", "[ttml][ebu][save]") {
    Document document = file();
    document.cues[1].alignment = Alignment::TopRight;
    const std::string text = written(document, "ebu-tt-d");
    CHECK(has(text,
              "<tt:region xml:id=\"subs-topRight\" tts:origin=\"10% 10%\" tts:extent=\"80% 80%\" "
              "tts:displayAlign=\"before\" style=\"subs-textAlign-right\"/></tt:layout>"));
    CHECK(has(text,
              "<tt:style xml:id=\"subs-textAlign-right\" tts:textAlign=\"right\"/></tt:styling>"));
    const Document again = documentOf("ebu-tt-d", text);
    CHECK(styleOf(again, again.cues[1])->alignment == Alignment::TopRight);
}
