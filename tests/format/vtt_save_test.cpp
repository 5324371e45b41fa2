// SPDX-License-Identifier: MIT
#include "catch.h"
#include "format/read.h"

#include <algorithm>
#include <string>

using namespace subs;
using testing::documentOf;
using testing::ms;
using testing::withReplaced;
using testing::written;

namespace {

const std::string kFile =
    "WEBVTT\n\nNOTE by hand\n\nSTYLE\n::cue(.gold) { color: #ffcc00 }\n\n"
    "s4-c7\n00:01.000 --> 00:02.500   line:-3 size:60%\n<v.loud Dara>Up <c.gold>there</c> &amp; on\n\n\n"
    "00:03.000 --> 00:00:04.000\nSecond <zz>line\n\n"
    "00:05.000 --> 00:06.000\nlast";

Document file() {
    return documentOf("vtt", kFile);
}

/// The text of a new file with one cue that `change` was made to.
template <class Change>
std::string anew(Change change) {
    Document document;
    document.format = "elsewhere";
    Cue cue;
    cue.id = document.newId();
    cue.start = ms(1000);
    cue.end = ms(2000);
    cue.text.plain = "Where is the boat?";
    document.cues = {cue};
    change(document);
    return written(document, "vtt");
}

}  // namespace

TEST_CASE("an untouched WebVTT file is saved byte for byte", "[vtt][save]") {
    CHECK(written(file(), "vtt") == kFile);
    for (const char* const text : {"WEBVTT",
                                   "WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nx\r\n",
                                   "WEBVTT\r\r00:01.000 --> 00:02.000\rx"})
        CHECK(written(documentOf("vtt", text), "vtt") == text);
}

TEST_CASE("an edited cue of a WebVTT file has its own parts written anew", "[vtt][save]") {
    Document document = file();
    document.cues[0].end = ms(2750);
    CHECK(written(document, "vtt") == withReplaced(kFile, "00:02.500", "00:00:02.750"));
    document = file();
    document.cues[0].text = withPlain(document.cues[0].text, "Up here & on");
    CHECK(written(document, "vtt") == withReplaced(kFile, ">there<", ">here<"));
    document = file();
    document.cues[0].label = "s4-c8";
    CHECK(written(document, "vtt") == withReplaced(kFile, "s4-c7", "s4-c8"));
    document.cues[0].label.clear();
    CHECK(written(document, "vtt") == withReplaced(kFile, "s4-c7\n", ""));
    document = file();
    document.cues[1].label = "new";
    CHECK(written(document, "vtt") == withReplaced(kFile, "00:03.000", "new\n00:03.000"));
    document = file();
    document.cues[1].text = withPlain(document.cues[1].text, "Second lines <3");
    CHECK(written(document, "vtt") == withReplaced(kFile, "<zz>line", "<zz>lines &lt;3"));
    document = file();
    document.cues[0].alignment = Alignment::TopLeft;
    CHECK(written(document, "vtt") ==
          withReplaced(kFile, "line:-3 size:60%", "size:60% line:0 position:5% align:left"));
    document = file();
    document.cues[0].speaker = "Neary";
    CHECK(written(document, "vtt") ==
          withReplaced(kFile,
                       "<v.loud Dara>Up <c.gold>there</c> &amp; on",
                       "<v.loud Neary>Up <c.gold>there</c> &amp; on</v>"));
}

TEST_CASE("cues come and go in a WebVTT file", "[vtt][save]") {
    Document document = file();
    document.cues.erase(document.cues.begin());
    CHECK(
        written(document, "vtt")
            .starts_with(
                "WEBVTT\n\nNOTE by hand\n\nSTYLE\n::cue(.gold) { color: #ffcc00 }\n\n00:03.000 --> "));
    document = file();
    Cue cue;
    cue.id = document.newId();
    cue.start = ms(7000);
    cue.end = ms(8000);
    cue.text.plain = "behind";
    document.cues.push_back(cue);
    CHECK(written(document, "vtt") == kFile + "\n\n00:00:07.000 --> 00:00:08.000\nbehind\n");
    document = file();
    document.title = "The river";
    CHECK(written(document, "vtt") == withReplaced(kFile, "WEBVTT", "WEBVTT - The river"));
}

TEST_CASE("a colour without a class gets one, and a rule", "[vtt][save]") {
    Document document = file();
    document.cues[2].text.spans = {{SpanKind::Color, 0, 4, "#33CC99"}};
    const std::string text = written(document, "vtt");
    CHECK(text.starts_with("WEBVTT\n\nSTYLE\n::cue(.color-33cc99) { color: #33cc99; }\n\nNOTE"));
    CHECK(text.ends_with("\n<c.color-33cc99>last</c>"));
    const Document again = documentOf("vtt", text);
    CHECK(again.cues[2].text.spans[1] == Span{SpanKind::Color, 0, 4, "#33CC99"});
    document = file();
    document.cues[2].text.spans = {{SpanKind::Color, 0, 4, "#FFCC00"}};
    CHECK(written(document, "vtt") == withReplaced(kFile, "last", "<c.gold>last</c>"));
}

TEST_CASE("a new WebVTT file has cues in their order with all that they are", "[vtt][save]") {
    CHECK(anew([](Document&) {}) ==
          "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nWhere is the boat?\n");
    CHECK(anew([](Document& document) {
              document.title = "The river";
              document.cues[0].label = "intro";
              document.cues[0].alignment = Alignment::TopCentre;
              document.cues[0].speaker = "Tom & <Ann>";
          }) ==
          "WEBVTT - The river\n\nintro\n00:00:01.000 --> 00:00:02.000 line:0\n"
          "<v Tom &amp; <Ann&gt;>Where is the boat?</v>\n");
    CHECK(anew([](Document& document) { document.cues[0].text.plain = "a --> b\n\nc & <i>"; }) ==
          "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\na --&gt; b\n\u00A0\nc &amp; &lt;i&gt;\n");
    CHECK(
        anew([](Document& document) {
            document.cues[0].text.spans = {{SpanKind::Bold, 0, 5, ""},
                                           {SpanKind::Strike, 0, 5, ""},
                                           {SpanKind::Color, 6, 8, "#00FFFF"},
                                           {SpanKind::Font, 9, 12, "Khmer OS Battambang"}};
        }) ==
        "WEBVTT\n\nSTYLE\n::cue(.font-khmer-os-battambang) { font-family: \"Khmer OS Battambang\"; }\n"
        "::cue(.strike) { text-decoration: line-through; }\n\n"
        "00:00:01.000 --> 00:00:02.000\n<b><c.strike>Where</c></b> <c.cyan>is</c> "
        "<c.font-khmer-os-battambang>the</c> boat?\n");
    CHECK(
        anew([](Document& document) {
            document.cues[0].kind = CueKind::Comment;
            document.cues.push_back(document.cues[0]);
            document.cues[1].kind = CueKind::Dialogue;
        }) ==
        "WEBVTT\n\nNOTE\nWhere is the boat?\n\n00:00:01.000 --> 00:00:02.000\nWhere is the boat?\n");
}

TEST_CASE("what a style says of a text becomes tags of WebVTT", "[vtt][save]") {
    const std::string text = anew([](Document& document) {
        Style style;
        style.name = "Top";
        style.italic = true;
        style.primary = {255, 255, 0, 255};
        style.alignment = Alignment::TopRight;
        document.styles = {style};
        document.cues[0].style = "Top";
        document.cues[0].text.spans = {{SpanKind::Italic, 6, 8, "0"}};
    });
    CHECK(
        text.ends_with("00:00:01.000 --> 00:00:02.000 line:0 position:95% align:right\n"
                       "<c.yellow><i>Where </i>is<i> the boat?</i></c>\n"));
}

TEST_CASE("a text that was read from WebVTT comes back from a new file", "[vtt][save]") {
    const Document document = file();
    const Document again = documentOf("vtt", written(detached(document), "vtt"));
    REQUIRE(again.cues.size() == document.cues.size());
    for (std::size_t i = 0; i < document.cues.size(); ++i) {
        CHECK(again.cues[i].text.plain == document.cues[i].text.plain);
        CHECK(again.cues[i].speaker == document.cues[i].speaker);
        CHECK(again.cues[i].label == document.cues[i].label);
        CHECK(again.cues[i].settings == document.cues[i].settings);
    }
}

TEST_CASE("tags that are not understood stay nested in a new file", "[vtt][save]") {
    const auto bodyOf = [](const std::string& text) {
        const std::string cue = "00:00:01.000 --> 00:00:02.000\n";
        const std::string file =
            written(detached(documentOf("vtt", "WEBVTT\n\n" + cue + text)), "vtt");
        return file.substr(file.find(cue) + cue.size());
    };
    for (const char* const text : {"<v Dara>x <q>unk</q></v>\n",
                                   "<q><b>a</b></q> b\n",
                                   "<q><c.loud>a</c></q>\n",
                                   "<q.loud>a<q>b</q>c</q><i>d</i>\n",
                                   "a <br>b</b2>\n"})
        CHECK(bodyOf(text) == text);
    // One that ends inside of another closes and opens that again.
    CHECK(bodyOf("<b>a<q>b</b>c</q>\n") == "<b>a<q>b</q></b><q>c</q>\n");
}

TEST_CASE("a time before its cue stays in its own file, and goes where the cue was moved",
          "[vtt][save]") {
    Document document =
        documentOf("vtt", "WEBVTT\n\n00:01.000 --> 00:05.000\na <00:00.500>b <00:03.000>c\n");
    document.cues[0].speaker = "Neary";
    const auto isTold = [&] {
        return testing::lossOf(formatNamed("vtt")->plan(document, {}), "inner-time") != nullptr;
    };
    CHECK(testing::has(written(document, "vtt"),
                       "\n<v Neary>a <00:00:00.500>b <00:00:03.000>c</v>\n"));
    CHECK_FALSE(isTold());
    Cue& cue = document.cues[0];
    cue.start = ms(2000);
    cue.end = ms(6000);
    cue.text.spans[0].value = "00:00:01.500";
    cue.text.spans[1].value = "00:00:04.000";
    CHECK(testing::has(written(document, "vtt"), "\n<v Neary>a b <00:00:04.000>c</v>\n"));
    CHECK(isTold());
}

TEST_CASE("a name that ends in dashes makes no arrow of its tag", "[vtt][save]") {
    // WebVTT 6.1: a line with "-->" ends the cue that is collected.
    Document document;
    document.format = "elsewhere";
    for (const char* const speaker : {"--", "Bob --", "Narrator--"}) {
        Cue cue;
        cue.id = document.newId();
        cue.start = Time::fromSeconds(2 * cue.id.value);
        cue.end = cue.start + Time::fromSeconds(1);
        cue.speaker = speaker;
        cue.text = {"Are you there?",
                    {{SpanKind::Class, 0, 3, "loud--"}, {SpanKind::Language, 4, 7, "en--"}}};
        document.cues.push_back(cue);
    }
    const Document again = documentOf("vtt", written(document, "vtt"));
    REQUIRE(again.cues.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(again.cues[i].text.plain == "Are you there?");
        CHECK(again.cues[i].speaker == document.cues[i].speaker);
        CHECK(again.cues[i].text.spans == document.cues[i].text.spans);
    }
}
