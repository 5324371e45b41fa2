// SPDX-License-Identifier: MIT
// Expected values are worked out by hand from TTML2 (W3C Recommendation).
#include <subs/time/largest_time.h>

#include "catch.h"
#include "format/read.h"

#include <ctime>
#include <string>

using namespace subs;
using testing::countOf;
using testing::documentOf;

namespace {

const std::string kRoot =
    "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" "
    "xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" xml:lang=\"en\">";

Parsed parsed(const std::string& inside) {
    return testing::parsed("ttml", kRoot + inside + "</tt>");
}

/// The cue of a file with one paragraph.
Cue cueOf(const std::string& content) {
    const Parsed file =
        parsed("<body><div><p begin=\"1s\" end=\"2s\">" + content + "</p></div></body>");
    REQUIRE(file.document.cues.size() == 1);
    return file.document.cues[0];
}

Alignment placeOf(const std::string& region, const std::string& align) {
    const Parsed file = parsed("<head><layout><region xml:id=\"r\" " + region +
                               "/></layout></head><body><div><p region=\"r\" " + align +
                               " end=\"1s\">x</p></div></body>");
    const Style* style = styleOf(file.document, file.document.cues.at(0));
    return style ? style->alignment : Alignment::BottomCentre;
}

std::string dialectOf(const std::string& text) {
    const auto found = recognised(text, "x.txt");
    return found ? std::string(found->format->info().id) : found.error().code;
}

}  // namespace

TEST_CASE("TTML is known by its root element, and its dialect by what that says", "[ttml]") {
    CHECK(dialectOf(kRoot + "<body/></tt>") == "ttml");
    CHECK(dialectOf(
              "\n<?xml version=\"1.0\"?><!-- x --><t:tt xmlns:t=\"http://www.w3.org/ns/ttml\"/>") ==
          "ttml");
    CHECK(dialectOf("<tt xmlns=\"http://www.w3.org/2006/10/ttaf1\"/>") == "ttml");
    CHECK(dialectOf("<html xmlns=\"http://www.w3.org/1999/xhtml\"/>") == "format.unknown");
    CHECK(dialectOf("<tt xmlns=\"http://www.w3.org/ns/ttml\" "
                    "xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" ttp:timeBase=\"smpte\" "
                    "ttp:frameRate=\"24\"/>") == "itt");
    CHECK(dialectOf("<tt xmlns=\"http://www.w3.org/ns/ttml\" "
                    "xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" "
                    "ttp:profile=\"http://www.netflix.com/ns/ttml/profile/nflx-tt\"/>") ==
          "netflix-ttml");
    CHECK(dialectOf("<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:e=\"urn:ebu:tt:metadata\"><head>"
                    "<metadata><e:documentMetadata><e:conformsToStandard>urn:ebu:tt:distribution:"
                    "2018-04</e:conformsToStandard></e:documentMetadata></metadata></head></tt>") ==
          "ebu-tt-d");
    const auto imsc = recognised(
        "<tt xmlns=\"http://www.w3.org/ns/ttml\" "
        "xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" "
        "ttp:contentProfiles=\"http://www.w3.org/ns/ttml/profile/imsc1.1/text\"/>",
        "x");
    REQUIRE(imsc);
    CHECK(imsc->probe.reason == "a tt element that names the text profile of IMSC 1.1");
}

TEST_CASE("white space is collapsed unless it is to be preserved", "[ttml]") {
    CHECK(cueOf("\n  a \t b\n").text.plain == "a b");
    CHECK(cueOf("a <br/> b").text.plain == "a\nb");
    CHECK(cueOf("<span>a </span> <span> b</span>").text.plain == "a b");
    CHECK(cueOf("<span xml:space=\"preserve\"> a  b\n</span>").text.plain == " a  b\n");
    CHECK(cueOf("&#xA0;a").text.plain ==
          "\xC2\xA0"
          "a");
}

TEST_CASE("looks inside of a paragraph are spans, those of all of it a style", "[ttml]") {
    const Cue inner = cueOf("a <span tts:fontStyle=\"italic\" tts:color=\"red\">b</span>");
    REQUIRE(inner.text.spans.size() == 2);
    CHECK(inner.text.spans[0] == Span{SpanKind::Italic, 2, 3, ""});
    CHECK(inner.text.spans[1] == Span{SpanKind::Color, 2, 3, "#FF0000"});
    const Parsed whole = parsed(
        "<body><div><p end=\"1s\"><span tts:fontStyle=\"italic\">a <span "
        "tts:fontStyle=\"normal\">b</span></span></p></div></body>");
    const Cue& cue = whole.document.cues.at(0);
    REQUIRE(cue.text.spans.size() == 1);
    CHECK(cue.text.spans[0] == Span{SpanKind::Italic, 2, 3, "0"});
    REQUIRE(whole.document.styles.size() == 1);
    CHECK(whole.document.styles[0].italic);
    CHECK(cue.style == whole.document.styles[0].name);
}

TEST_CASE("a region says where on the picture a text is", "[ttml]") {
    const std::string box = "tts:origin=\"10% 10%\" tts:extent=\"80% 80%\" ";
    CHECK(placeOf(box + "tts:displayAlign=\"before\"", "tts:textAlign=\"center\"") ==
          Alignment::TopCentre);
    CHECK(placeOf(box + "tts:displayAlign=\"center\"", "tts:textAlign=\"right\"") ==
          Alignment::MiddleRight);
    CHECK(placeOf(box + "tts:displayAlign=\"after\"", "") == Alignment::BottomLeft);
    CHECK(placeOf("tts:origin=\"0px 900px\" tts:extent=\"1920px 100px\"",
                  "tts:textAlign=\"center\"") == Alignment::BottomCentre);
    CHECK(placeOf(box + "tts:displayAlign=\"after\" tts:writingMode=\"rltb\"", "") ==
          Alignment::BottomRight);
}

TEST_CASE("text in elements that TTML does not have is read, of other vocabularies told",
          "[ttml]") {
    const Parsed html = parsed(
        "<body><div><p end=\"1s\">a <b>bold <i>it</i></b> <font color=\"red\">f</font>"
        "<metadata>no</metadata></p></div></body>");
    CHECK(html.document.cues.at(0).text.plain == "a bold it f");
    CHECK(countOf(html.diagnostics, "ttml.unknown-element") == 1);
    const Parsed foreign = parsed(
        "<body><div><p end=\"1s\">x <q:foo xmlns:q=\"urn:x\"> <q:b>for</q:b></q:foo>y</p></div></body>");
    CHECK(foreign.document.cues.at(0).text.plain == "x y");
    CHECK(countOf(foreign.diagnostics, "ttml.foreign-text") == 1);
    REQUIRE(foreign.unread.items.size() == 1);
    CHECK(foreign.unread.items[0].feature == "text-comment");
    CHECK(foreign.unread.items[0].before == "for");
}

TEST_CASE("the place from which on text may be missing is said", "[ttml]") {
    const auto unreadLine = [](const std::string& text) {
        const LossReport unread = parsed(text).unread;
        return unread.empty() ? 0U : unread.items.at(0).line;
    };
    const std::string first = "<body><div>\n<p end=\"1s\">a</p>\n";
    CHECK(unreadLine(first + "</div></body>") == 0);
    CHECK(unreadLine(first + "<p end=\"1s\">a </span> b</p></div></body>") == 3);
    std::string deep = first + "<p end=\"1s\">";
    for (int i = 0; i < 300; ++i)
        deep += "<span>";
    CHECK(unreadLine(deep + "x") == 3);
}

TEST_CASE("harmful files are refused, with a remark", "[ttml][hostile]") {
    const auto bomb =
        testing::parsed("ttml",
                        "<!DOCTYPE tt [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" + kRoot +
                            "<body><div><p end=\"1s\">&b;</p></div></body></tt>");
    CHECK(bomb.document.cues.empty());
    CHECK(countOf(bomb.diagnostics, "ttml.declarations") == 1);
    CHECK(countOf(bomb.diagnostics, "ttml.no-tt") == 0);
    const auto attributes = testing::parsed(
        "ttml", "<!DOCTYPE tt [<!ATTLIST p begin CDATA \"1s\">]>" + kRoot + "<body/></tt>");
    CHECK(countOf(attributes.diagnostics, "ttml.declarations") == 1);
    const auto named =
        testing::parsed("ttml",
                        "<!DOCTYPE tt SYSTEM \"http://127.0.0.1:9/never-asked.dtd\">" + kRoot +
                            "<body><div><p end=\"1s\">x</p></div></body></tt>");
    CHECK(named.document.cues.size() == 1);
    std::string deep = "<body><div><p end=\"1s\">";
    for (int i = 0; i < 100'000; ++i)
        deep += "<span>";
    const Parsed nested = parsed(deep + "x");
    CHECK(countOf(nested.diagnostics, "ttml.limit") == 1);
}

TEST_CASE("large and odd files are read in bounded time", "[ttml][hostile]") {
    const std::clock_t begin = std::clock();
    std::string paragraphs;
    for (int i = 0; i < 20'000; ++i)
        paragraphs += "<p region=\"x\" style=\"y z\" begin=\"1s\" end=\"2s\">a&amp;b</p>";
    CHECK(parsed("<body><div>" + paragraphs + "</div></body>").document.cues.size() == 20'000);
    std::string styles;
    for (int i = 0; i < 20'000; ++i)
        styles += "<style xml:id=\"s" + std::to_string(i) + "\" style=\"s" + std::to_string(i + 1) +
                  "\"/>";
    CHECK(parsed("<head><styling>" + styles +
                 "</styling></head><body style=\"s0\"><div><p end=\"1s\">x</p></div></body>")
              .document.cues.size() == 1);
    CHECK(parsed("<body><div><p end=\"1s\">" + std::string(300'000, ' ') + "x" +
                 std::string(300'000, '\n') + "</p></div></body>")
              .document.cues.at(0)
              .text.plain == "x");
    CHECK(cueOf(std::string(3'000'000, 'x')).text.plain.size() == 3'000'000);
    CHECK(static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC < 30);
}

TEST_CASE("a cue that reaches over what is around it is cut off there, with a remark", "[ttml]") {
    const Parsed file = parsed(
        "<body><div end=\"10s\"><p begin=\"9s\" end=\"12s\">x</p><p begin=\"11s\" "
        "end=\"12s\">y</p></div></body>");
    REQUIRE(file.document.cues.size() == 2);
    CHECK(file.document.cues[0].end == Time::fromSeconds(10));
    CHECK(file.document.cues[1].start == Time::fromSeconds(11));
    CHECK(file.document.cues[1].end == Time::fromSeconds(11));
    CHECK(countOf(file.diagnostics, "ttml.outside-container") == 1);
}

TEST_CASE("numbers of any length are survived", "[ttml][hostile]") {
    const Parsed file = parsed("<body><div><p begin=\"" + std::string(5000, '9') +
                               "s\" end=\"99999999999999999h\">x</p></div></body>");
    REQUIRE(file.document.cues.size() == 1);
    CHECK(file.document.cues[0].start == Time());
    CHECK(file.document.cues[0].end == kLargestTime);
    CHECK(countOf(file.diagnostics, "ttml.bad-time") == 1);
    CHECK(countOf(file.diagnostics, "ttml.time-too-large") == 1);
}

TEST_CASE("references in attributes of TTML are resolved", "[ttml]") {
    const Document document = testing::documentOf(
        "ttml",
        "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div><p xml:id=\"a&amp;b&#38;&lt;\" "
        "begin=\"1s\" end=\"2s\">x</p></div></body></tt>");
    REQUIRE(document.cues.size() == 1);
    CHECK(document.cues[0].label == "a&b&<");
}

TEST_CASE("what is typed in a cue of several fonts is told", "[ttml]") {
    const std::string text =
        "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\">"
        "<body><div><p begin=\"1s\" end=\"2s\"><span tts:fontFamily=\"A\"><span "
        "tts:fontSize=\"50%\">Tea</span></span> or</p></div></body></tt>";
    const Document document = documentOf("ttml", text);
    REQUIRE(document.cues.size() == 1);
    CHECK(formatNamed("ttml")->markupOf(document, document.cues[0]) ==
          "<span tts:fontFamily=\"A\"><span tts:fontSize=\"50%\">Tea</span></span> or");
}
