// SPDX-License-Identifier: MIT
// What a cue that is new to an XML file is written like.
#include "catch.h"
#include "format/read.h"

#include <string>

using namespace subs;
using testing::documentOf;
using testing::has;
using testing::ms;
using testing::withReplaced;
using testing::written;

namespace {

/// Paragraphs of one region: `first` and three plain ones.
std::string ttmlWith(const std::string& first) {
    return "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\" "
           "xmlns:itts=\"http://www.w3.org/ns/ttml/profile/imsc1#styling\" "
           "xmlns:ttm=\"http://www.w3.org/ns/ttml#metadata\" xml:lang=\"en\"><head><styling>"
           "<style xml:id=\"i\" tts:fontStyle=\"italic\"/><style xml:id=\"hid\" "
           "tts:visibility=\"hidden\"/></styling></head><body><div>\n" +
           first +
           "\n<p begin=\"9s\" end=\"10s\">Speech</p>\n<p begin=\"11s\" end=\"12s\" "
           "tts:textAlign=\"left\">left</p>\n<p begin=\"13s\" end=\"14s\">More</p>\n"
           "</div></body></tt>\n";
}

Document withNewSecond(Document document, const std::string& style) {
    Cue cue;
    cue.id = document.newId();
    cue.start = ms(3000);
    cue.end = ms(4000);
    cue.text.plain = "new";
    cue.style = style;
    document.cues.insert(document.cues.begin() + 1, cue);
    return document;
}

/// "feature: what stands in the file" of what is approximated.
std::vector<std::string> takenOver(const Document& document, const char* format) {
    std::vector<std::string> told;
    for (const LossItem& loss : formatNamed(format)->plan(document, {}).items)
        if (loss.severity == LossSeverity::Approximated && loss.before.empty())
            told.push_back(loss.feature + ": " + loss.after);
    return told;
}

std::string dcdmWith(const std::string& first, const std::string& second) {
    return "<SubtitleReel xmlns=\"http://www.smpte-ra.org/schemas/428-7/2014/DCST\">"
           "<Language>ja</Language><EditRate>24 1</EditRate><TimeCodeRate>24</TimeCodeRate>"
           "<SubtitleList>\n<Subtitle SpotNumber=\"1\" TimeIn=\"00:00:01:00\" TimeOut=\"00:00:02:00\">"
           "<Text Valign=\"bottom\" Vposition=\"10\"" +
           first +
           ">one</Text></Subtitle>\n<Subtitle SpotNumber=\"2\" TimeIn=\"00:00:08:00\" "
           "TimeOut=\"00:00:09:00\"><Text Valign=\"bottom\" Vposition=\"10\"" +
           second + ">two</Text></Subtitle>\n</SubtitleList></SubtitleReel>\n";
}

}  // namespace

TEST_CASE("a new cue of TTML has nothing that its neighbour alone is", "[ttml][save]") {
    for (const std::string own : {" style=\"i hid\"",
                                  " itts:forcedDisplay=\"true\"",
                                  " xml:lang=\"fr\"",
                                  " ttm:role=\"caption\"",
                                  " tts:direction=\"rtl\" tts:unicodeBidi=\"bidiOverride\"",
                                  " tts:opacity=\"0.5\"",
                                  " tts:visibility=\"hidden\""}) {
        CAPTURE(own);
        const std::string file = ttmlWith("<p begin=\"1s\" end=\"2s\"" + own + ">SIGN</p>");
        const Document document = withNewSecond(documentOf("ttml", file), {});
        CHECK(written(document, "ttml") ==
              withReplaced(file, "SIGN</p>", "SIGN</p>\n<p begin=\"3s\" end=\"4s\">new</p>"));
        CHECK(takenOver(document, "ttml").empty());
    }
}

TEST_CASE("what was cut off a cue of TTML is what that is", "[ttml][save]") {
    const std::string own = " itts:forcedDisplay=\"true\" xml:lang=\"fr\" style=\"i\"";
    const std::string file = ttmlWith("<p begin=\"1s\" end=\"2s\"" + own + ">SIGN</p>");
    Document document = documentOf("ttml", file);
    Cue part = document.cues[0];
    part.id = document.newId();
    part.start = ms(2000);
    part.end = ms(3000);
    document.cues.insert(document.cues.begin() + 1, part);
    CHECK(has(written(document, "ttml"), "<p begin=\"2s\" end=\"3s\"" + own + ">"));
}

TEST_CASE("a new cue of TTML in a style of its file looks so", "[ttml][save]") {
    const std::string file = ttmlWith("<p begin=\"1s\" end=\"2s\" style=\"i\">SIGN</p>");
    const Document read = documentOf("ttml", file);
    const auto tagOf = [&](std::size_t place) {
        const std::string text = written(withNewSecond(read, read.cues[place].style), "ttml");
        const std::size_t end = text.find(">new<");
        return text.substr(text.rfind('<', end - 1), end - text.rfind('<', end - 1));
    };
    CHECK(tagOf(0) == "<p begin=\"3s\" end=\"4s\" style=\"i\"");
    CHECK(tagOf(1) == "<p begin=\"3s\" end=\"4s\"");
    CHECK(tagOf(2) == "<p begin=\"3s\" end=\"4s\" tts:textAlign=\"left\"");
}

TEST_CASE("what all paragraphs of a TTML file have a new one has, and it is told", "[ttml][save]") {
    const std::string file =
        "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\">"
        "<body><div><p begin=\"1s\" end=\"2s\" tts:direction=\"rtl\">one</p></div></body></tt>";
    const Document document = withNewSecond(documentOf("ttml", file), {});
    CHECK(
        has(written(document, "ttml"), "<p begin=\"3s\" end=\"4s\" tts:direction=\"rtl\">new</p>"));
    CHECK(takenOver(document, "ttml") ==
          std::vector<std::string>{"writing-direction: tts:direction=\"rtl\""});
}

TEST_CASE("a new cue of a cinema file has no direction or depth of its neighbour",
          "[cinema][save]") {
    const std::string file = dcdmWith(" Direction=\"ttb\" Zposition=\"2\"", "");
    const Document document = withNewSecond(documentOf("dcdm", file), "Default");
    CHECK(has(written(document, "dcdm"), "<Text Valign=\"bottom\" Vposition=\"10\">new</Text>"));
    CHECK(takenOver(document, "dcdm").empty());
}

TEST_CASE("what all subtitles of a cinema file have a new one has, and it is told",
          "[cinema][save]") {
    const std::string file = dcdmWith(" Direction=\"rtl\"", " Direction=\"rtl\"");
    const Document document = withNewSecond(documentOf("dcdm", file), "Default");
    CHECK(has(written(document, "dcdm"), " Direction=\"rtl\">new</Text>"));
    CHECK(takenOver(document, "dcdm") ==
          std::vector<std::string>{"writing-direction: Text Direction=\"rtl\""});
}
