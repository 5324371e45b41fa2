// SPDX-License-Identifier: MIT
#include <subs/format/features.h>

#include "catch.h"
#include "format/read.h"

#include <string>

using namespace subs;
using testing::documentOf;
using testing::ms;
using testing::withReplaced;
using testing::written;

namespace {

const std::string kXliff =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
    "xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\" version=\"2.0\" srcLang=\"en\" "
    "trgLang=\"km\">\n"
    " <file id='f' xml:space=\"preserve\">\n"
    "  <unit id=\"a\" name=\"1\">\n"
    "   <mda:metadata><mda:metaGroup category=\"subs\"><mda:meta "
    "type='start'>00:00:01.000</mda:meta><mda:meta "
    "type=\"end\">00:00:02.000</mda:meta></mda:metaGroup></mda:metadata>\n"
    "   <segment state=\"translated\"><source>One <pc id=\"x7\" type=\"fmt\" "
    "subType=\"xlf:b\">boat</pc></source>\n"
    "    <target>ទូក <pc id=\"x7\" type=\"fmt\" subType=\"xlf:b\">មួយ</pc></target></segment>\n"
    "  </unit>\n"
    "  <unit id=\"b\">\n"
    "   <segment><source>Two <pc id=\"x8\" type=\"fmt\" subType=\"xlf:i\">boats</pc></source>"
    "</segment>\n"
    "  </unit>\n"
    " </file>\n"
    "</xliff>\n";

}  // namespace

TEST_CASE("an edited unit of an XLIFF file has its own parts written anew", "[translation][save]") {
    Document document = documentOf("xliff", kXliff);
    REQUIRE(document.cues.size() == 2);
    CHECK(written(document, "xliff") == kXliff);
    CHECK(formatNamed("xliff")->plan(document, {}).empty());
    document.cues[0].start = ms(1250);
    CHECK(written(document, "xliff") == withReplaced(kXliff, "00:00:01.000", "00:00:01.250"));
    document = documentOf("xliff", kXliff);
    document.cues[0].text.plain = "ទូក ពីរ";
    CHECK(written(document, "xliff") == withReplaced(kXliff, "មួយ", "ពីរ"));
    document = documentOf("xliff", kXliff);
    document.cues[0].label = "7";
    document.cues[0].speaker = "Dara";
    document.cues[0].end.reset();
    CHECK(written(document, "xliff") ==
          withReplaced(withReplaced(kXliff, "name=\"1\"", "name=\"7\""),
                       "<mda:meta type=\"end\">00:00:02.000</mda:meta>",
                       "<mda:meta type=\"speaker\">Dara</mda:meta>"));
}

TEST_CASE("a unit that is translated gets a target with the codes of its source",
          "[translation][save]") {
    Document document = documentOf("xliff", kXliff);
    CHECK(document.cues[1].text.plain == "Two boats");
    document.cues[1].text = {"ទូក ពីរ", {{SpanKind::Italic, 10, 19, ""}}};
    CHECK(written(document, "xliff") ==
          withReplaced(kXliff,
                       "boats</pc></source>",
                       "boats</pc></source><target xml:space=\"preserve\">ទូក <pc id=\"x8\" "
                       "type=\"fmt\" subType=\"xlf:i\">ពីរ</pc></target>"));
    document = documentOf("xliff", kXliff);
    document.cues[1].start = ms(3000);
    const Document again = documentOf("xliff", written(document, "xliff"));
    CHECK(again.cues[1].start == ms(3000));
    CHECK(again.cues[1].text == document.cues[1].text);
}

TEST_CASE("the source of a translation file is edited where it is what was read",
          "[translation][save]") {
    Origin origin;
    origin.text = kXliff;
    Document document = formatNamed("xliff")->read(std::move(origin), {"en", nullptr}).document;
    CHECK(written(document, "xliff") == kXliff);
    document.cues[0].text = withPlain(document.cues[0].text, "A boat");
    CHECK(written(document, "xliff") == withReplaced(kXliff, ">One <", ">A <"));
}

TEST_CASE("codes whose values alone change keep their ids", "[translation][save]") {
    Document document = documentOf(
        "xliff",
        "<xliff version=\"2.0\" srcLang=\"en\"><file id=\"f\"><unit id=\"1\"><segment><source>a "
        "<ph id=\"5\" disp=\"00:00:04.000\" type=\"other\" subType=\"subs:time\"/>b "
        "<ph id=\"6\" disp=\"00:00:05.000\" type=\"other\" subType=\"subs:time\"/>c</source>"
        "</segment></unit></file></xliff>");
    std::vector<Span>& spans = document.cues.at(0).text.spans;
    REQUIRE(spans.size() == 2);
    REQUIRE(spans[0].kind == SpanKind::InnerTime);
    // Moved by a second, so that one has the value that the other had.
    spans[0].value = "00:00:05.000";
    spans[1].value = "00:00:06.000";
    const std::string text = written(document, "xliff");
    CHECK(text.find("<ph id=\"5\" disp=\"00:00:05.000\"") != std::string::npos);
    CHECK(text.find("<ph id=\"6\" disp=\"00:00:06.000\"") != std::string::npos);
}

TEST_CASE("units are added to a translation file and taken out of it", "[translation][save]") {
    const std::string tmx =
        "<tmx version=\"1.4\"><header srclang=\"en\"/><body>\n"
        " <tu tuid=\"1\"><prop type=\"x-subs-start\">00:00:01.000</prop><tuv "
        "xml:lang=\"en\"><seg>a</seg></tuv></tu>\n"
        " <tu tuid=\"2\"><tuv xml:lang=\"en\"><seg>b</seg></tuv></tu>\n"
        "</body></tmx>\n";
    for (const auto& [id, file] : {std::pair{"xliff", kXliff}, std::pair{"tmx", tmx}}) {
        INFO(id);
        Document document = documentOf(id, file);
        CHECK(written(document, id) == file);
        Cue cue;
        cue.id = document.newId();
        cue.start = ms(2600);
        cue.text = {"between\nlines", {{SpanKind::Color, 0, 7, "#FF0000"}}};
        cue.label = "1b";
        document.cues.insert(document.cues.begin() + 1, cue);
        const Document again = documentOf(id, written(document, id));
        REQUIRE(again.cues.size() == 3);
        CHECK(again.cues[1].text == cue.text);
        CHECK(again.cues[1].label == "1b");
        CHECK(again.cues[1].start == ms(2600));
        CHECK(again.cues[2].text == document.cues[2].text);
        document.cues.erase(document.cues.begin(), document.cues.begin() + 2);
        CHECK(documentOf(id, written(document, id)).cues.size() == 1);
    }
}

TEST_CASE("what cannot be written in place of a translation file is told or refused",
          "[translation][save]") {
    Document document = documentOf("xliff", kXliff);
    document.title = "Other";
    const LossReport losses = formatNamed("xliff")->plan(document, {});
    REQUIRE(losses.items.size() == 1);
    CHECK(losses.items[0].feature == feature::kTitle);
    document = documentOf("xliff",
                          "<xliff version=\"2.0\" srcLang=\"en\"><file id=\"f\"><unit id=\"1\">"
                          "<segment><source>One.</source></segment><segment><source>Two."
                          "</source></segment></unit></file></xliff>");
    CHECK(document.cues[0].text.plain == "One.Two.");
    document.cues[0].text = withPlain(document.cues[0].text, "One.Three.");
    CHECK(written(document, "xliff").find("<source>Three.</source>") != std::string::npos);
    document.cues[0].text = {"Else", {{SpanKind::Bold, 0, 4, ""}}};
    const auto refused = formatNamed("xliff")->write(document, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "format.not-in-place");
}
