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

const std::string kFile =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" "
    "xmlns:ttm=\"http://www.w3.org/ns/ttml#metadata\" xml:lang=\"en\">\n"
    "  <head><layout>\n"
    "    <region xml:id=\"low\" tts:origin=\"10% 10%\" tts:extent=\"80% 80%\" "
    "tts:displayAlign=\"after\" tts:textAlign=\"center\"/>\n"
    "  </layout></head>\n"
    "  <body>\n    <div begin=\"10s\">\n"
    "      <p region='low' xml:id=\"c1\" begin=\"1s\" end=\"2.5s\" ttm:role=\"x\">Up <span "
    "tts:color='#ffcc00'>there</span> &amp; on</p>\n"
    "      <p region=\"low\" begin=\"00:00:03.000\" dur=\"00:00:01.000\">\n        Second<br/>\n"
    "        line\n      </p>\n"
    "      <p region=\"low\" begin=\"6s\" end=\"7s\"/>\n"
    "    </div>\n  </body>\n</tt>\n";

Document file() {
    return documentOf("ttml", kFile);
}

bool loses(const Document& document, std::string_view feature) {
    for (const LossItem& item : formatNamed("ttml")->plan(document, {}).items)
        if (item.feature == feature) return true;
    return false;
}

}  // namespace

TEST_CASE("an untouched TTML file is saved byte for byte", "[ttml][save]") {
    CHECK(written(file(), "ttml") == kFile);
    CHECK(formatNamed("ttml")->plan(file(), {}).empty());
    for (const char* const text : {"<tt/>", "<tt", "<tt><body><p>a<p>b</tt>", "\r\n<tt>\r</tt>"})
        CHECK(written(documentOf("ttml", text), "ttml") == text);
}

TEST_CASE("an edited cue of a TTML file has its own parts written anew", "[ttml][save]") {
    Document document = file();
    REQUIRE(document.cues.size() == 3);
    document.cues[0].end = ms(12750);
    CHECK(written(document, "ttml") == withReplaced(kFile, "2.5s", "2.75s"));
    document = file();
    document.cues[1].start = ms(13250);
    CHECK(written(document, "ttml") ==
          withReplaced(
              withReplaced(kFile, "00:00:03.000", "00:00:03.250"), "00:00:01.000", "00:00:00.750"));
    document = file();
    document.cues[0].text = withPlain(document.cues[0].text, "Up here & on");
    CHECK(written(document, "ttml") == withReplaced(kFile, ">there<", ">here<"));
    document.cues[0].text = withPlain(document.cues[0].text, "Up here & on <3");
    CHECK(written(document, "ttml") ==
          withReplaced(withReplaced(kFile, ">there<", ">here<"), "&amp; on", "&amp; on &lt;3"));
    document = file();
    document.cues[1].text = withPlain(document.cues[1].text, "Second\nlines\nthree");
    CHECK(written(document, "ttml") == withReplaced(kFile, "line\n", "lines<br/>three\n"));
    document = file();
    document.cues[2].text.plain = "new";
    CHECK(written(document, "ttml") == withReplaced(kFile, "end=\"7s\"/>", "end=\"7s\">new</p>"));
}

TEST_CASE("ids of cues of a TTML file are changed, put in and taken out", "[ttml][save]") {
    Document document = file();
    document.cues[0].label = "c9";
    CHECK(written(document, "ttml") == withReplaced(kFile, "\"c1\"", "\"c9\""));
    document.cues[0].label.clear();
    CHECK(written(document, "ttml") == withReplaced(kFile, " xml:id=\"c1\"", ""));
    document = file();
    document.cues[1].label = "c2";
    CHECK(written(document, "ttml") ==
          withReplaced(kFile, "dur=\"00:00:01.000\"", "dur=\"00:00:01.000\" xml:id=\"c2\""));
    document.cues[1].label = "12";
    CHECK(written(document, "ttml") == kFile);
    CHECK(loses(document, feature::kLabel));
}

TEST_CASE("what cannot be written in place of a TTML file is told", "[ttml][save]") {
    Document document = file();
    document.cues[0].speaker = "Dara";
    CHECK(loses(document, feature::kSpeaker));
    document = file();
    document.cues[0].style = "other";
    CHECK(loses(document, feature::kStyles));
    document = file();
    document.cues[0].start = ms(9000);
    CHECK_FALSE(formatNamed("ttml")->write(document, {}));
}

TEST_CASE("a cue of a TTML file is moved by a region", "[ttml][save]") {
    Document document = file();
    document.cues[1].alignment = Alignment::TopCentre;
    const std::string text = written(document, "ttml");
    CHECK_FALSE(loses(document, feature::kAlignment));
    const Document again = documentOf("ttml", text);
    CHECK(styleOf(again, again.cues[1])->alignment == Alignment::TopCentre);
    CHECK(styleOf(again, again.cues[0])->alignment == Alignment::BottomCentre);
}

TEST_CASE("cues are added to a TTML file and taken out of it", "[ttml][save]") {
    Document document = file();
    Cue cue;
    cue.id = document.newId();
    cue.start = ms(12600);
    cue.end = ms(12900);
    cue.text.plain = "between";
    cue.style = document.cues[0].style;
    document.cues.insert(document.cues.begin() + 1, cue);
    const std::string added = written(document, "ttml");
    CHECK(added == withReplaced(kFile,
                                "      <p region=\"low\" begin=\"00:00:03.000\"",
                                "      <p region='low' begin=\"2.6s\" end=\"2.9s\">between"
                                "</p>\n      <p region=\"low\" begin=\"00:00:03.000\""));
    document = file();
    document.cues.erase(document.cues.begin());
    const Document fewer = documentOf("ttml", written(document, "ttml"));
    REQUIRE(fewer.cues.size() == 2);
    CHECK(fewer.cues[0].text.plain == "Second\nline");
}

TEST_CASE("cues of a TTML file change their order inside of an element alone", "[ttml][save]") {
    const std::string head = "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div>";
    const std::string a = "<p begin=\"1s\" end=\"2s\">a</p>";
    const std::string b = "<p begin=\"3s\" end=\"4s\">b</p>";
    const std::string tail = "</div></body></tt>";
    Document beside = documentOf("ttml", head + a + "<!-- <p> -->" + b + tail);
    std::swap(beside.cues[0], beside.cues[1]);
    const Document turned = documentOf("ttml", written(beside, "ttml"));
    REQUIRE(turned.cues.size() == 2);
    CHECK(turned.cues[0].text.plain == "b");

    Document apart = documentOf("ttml", head + a + "</div><div xml:lang=\"km\">" + b + tail);
    std::swap(apart.cues[0], apart.cues[1]);
    const auto refused = formatNamed("ttml")->write(apart, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "format.not-in-place");
}

TEST_CASE("times in a sequence are written where they can be", "[ttml][save]") {
    const std::string text =
        "<tt><body><div timeContainer=\"seq\"><p dur=\"2s\">a</p><p dur=\"3s\">b</p></div></body></tt>";
    Document document = documentOf("ttml", text);
    CHECK(written(document, "ttml") == text);
    document.cues[1].end = ms(6000);
    CHECK(written(document, "ttml") == withReplaced(text, "3s", "4s"));
    document.cues[0].end = ms(2500);
    const auto refused = formatNamed("ttml")->write(document, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "format.not-in-place");
    CHECK(testing::has(refused.error().message, "can be saved in another format"));
}

TEST_CASE("a cue that is a timed span is edited in its span", "[ttml][save]") {
    const std::string text =
        "<tt><body><div><p begin=\"10s\"><span begin=\"1s\" end=\"2s\">a</span> <span begin=\"2s\" "
        "end=\"3s\">b</span></p></div></body></tt>";
    Document document = documentOf("ttml", text);
    REQUIRE(document.cues.size() == 2);
    CHECK(document.cues[1].start == ms(12000));
    document.cues[1].start = ms(12500);
    document.cues[1].text.plain = "bee";
    CHECK(written(document, "ttml") ==
          withReplaced(text, "\"2s\" end=\"3s\">b", "\"2.5s\" end=\"3s\">bee"));
}

TEST_CASE("a paragraph whose cues are taken out does not stay as an empty one", "[ttml][save]") {
    Document document = documentOf(
        "ttml",
        "<tt xmlns=\"http://www.w3.org/ns/ttml\"><body><div><p begin=\"1s\" end=\"9s\"><span "
        "begin=\"1s\" end=\"2s\">a</span> <span begin=\"3s\" end=\"4s\">b</span></p><p "
        "begin=\"1s\" end=\"9s\">c</p></div></body></tt>");
    REQUIRE(document.cues.size() == 3);
    std::erase_if(document.cues, [](const Cue& cue) { return cue.text.plain != "c"; });
    const auto refused = formatNamed("ttml")->write(document, {});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "format.not-in-place");
}

TEST_CASE("a text of TTML that is written anew leaves no CDATA section open", "[ttml][save]") {
    const auto bold = [](const std::string& content, std::uint32_t end) {
        const std::string file =
            "<tt xmlns=\"http://www.w3.org/ns/ttml\" "
            "xmlns:tts=\"http://www.w3.org/ns/ttml#styling\"><body><div>"
            "<p begin=\"1s\" end=\"5s\">" +
            content + "</p></div></body></tt>";
        Document document = documentOf("ttml", file);
        document.cues[0].text.spans.push_back({SpanKind::Bold, 0, end, ""});
        const std::string text = written(document, "ttml");
        const Document again = documentOf("ttml", text);
        CHECK(again.cues[0].text.plain == document.cues[0].text.plain);
        const std::size_t begin = text.find("5s\">") + 4;
        return text.substr(begin, text.find("</p>") - begin);
    };
    const std::string tom = "<span tts:fontWeight=\"bold\">Tom</span>";
    CHECK(bold("<![CDATA[Tom & Ann]]> go", 3) == tom + " &amp; Ann go");
    CHECK(bold("<!-- a --><![CDATA[  Tom]]> go", 3) == "<!-- a -->" + tom + " go");
    CHECK(bold("Tom <![CDATA[& Ann]]>", 3) == tom + " &amp; Ann");
}
