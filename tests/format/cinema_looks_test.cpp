// SPDX-License-Identifier: MIT
// Attributes, their values and which are usual: the schemas of ST 428-7 and of Interop (2504760).
#include <subs/job/convert.h>

#include "catch.h"
#include "format/read.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace subs;
using testing::lossOf;

namespace {

/// A file with `head` in its head, and `list` in its list.
std::string fileOf(const std::string& list, const std::string& head = {}) {
    return "<SubtitleReel xmlns=\"http://www.smpte-ra.org/schemas/428-7/2014/DCST\">\n"
           "<ContentTitleText>Harbour</ContentTitleText>\n" +
           head +
           "<Language>en</Language><EditRate>24 1</EditRate><TimeCodeRate>24</TimeCodeRate>\n"
           "<SubtitleList>" +
           list + "</SubtitleList></SubtitleReel>";
}

std::string spotOf(const std::string& texts) {
    return "<Subtitle TimeIn=\"00:00:01:00\" TimeOut=\"00:00:02:00\">" + texts + "</Subtitle>";
}

using Told = std::vector<std::string>;

/// "feature count before" of what the reader tells.
Told unreadIn(const std::string& file, const char* format = "dcdm") {
    Told told;
    for (const LossItem& loss : testing::parsed(format, file).unread.items) {
        CHECK(loss.severity == LossSeverity::Dropped);
        CHECK(loss.after.empty());
        told.push_back(loss.feature + ' ' + std::to_string(loss.count) + ' ' + loss.before);
    }
    return told;
}

Told ofText(const std::string& attributes, const std::string& content = "boat") {
    return unreadIn(fileOf(spotOf("<Text " + attributes + ">" + content + "</Text>")));
}

LossReport lostInto(const char* to, const std::string& file) {
    ConvertOptions options;
    options.format = formatNamed(to);
    const auto result = converted(file, "film.xml", options);
    REQUIRE(result);
    return result->losses;
}

}  // namespace

TEST_CASE("the direction and depth of cinema texts are told", "[cinema]") {
    CHECK(ofText("Direction=\"ttb\"") == Told{"writing-direction 1 Text Direction=\"ttb\""});
    CHECK(ofText("Direction=\"rtl\"") == Told{"writing-direction 1 Text Direction=\"rtl\""});
    CHECK(ofText("Zposition=\"-2.5\"") == Told{"depth 1 Text Zposition=\"-2.5\""});
    CHECK(ofText("VariableZ=\"z1\"") == Told{"depth 1 Text VariableZ=\"z1\""});
    CHECK(ofText("Direction=\"ltr\" Zposition=\"0.0\" Valign=\"bottom\" Vposition=\"8\"").empty());
    CHECK(ofText("Direction=\"ttb\"", "\n").empty());
    const std::string interop =
        "<DCSubtitle Version=\"1.0\"><Font Id=\"f\"><Subtitle TimeIn=\"00:00:01:000\" "
        "TimeOut=\"00:00:02:000\"><Text Direction=\"vertical\" ZPosition=\"1\">boat</Text>"
        "</Subtitle></Font></DCSubtitle>";
    CHECK(unreadIn(interop, "interop") == Told{"writing-direction 1 Text Direction=\"vertical\"",
                                               "depth 1 Text Zposition=\"1\"",
                                               "font 1 Font ID=\"f\""});
}

TEST_CASE("what Font says of letters and no document has is told of the words in it", "[cinema]") {
    CHECK(ofText("", "a <Font Spacing=\"0.2\">b</Font>") == Told{"spacing 1 Font Spacing=\"0.2\""});
    CHECK(ofText("", "a <Font Spacing=\"0em\" AspectAdjust=\"1.0\" Script=\"normal\">b</Font>")
              .empty());
    CHECK(ofText("", "E=mc<Font Script=\"super\">2</Font>") ==
          Told{"font 1 Font Script=\"super\""});
    CHECK(ofText("", "<Ruby><Rb>a</Rb><Rt Position=\"after\">b</Rt></Ruby>") ==
          Told{"ruby 1 Rt Position=\"after\""});
    // Each once a subtitle; the innermost Font counts.
    const std::string list =
        "<Font ID=\"sans\" Spacing=\"0.1\">" + spotOf("<Text>a</Text><Text>b</Text>") +
        spotOf("<Text><Font Spacing=\"0\">c</Font></Text>") + "</Font>" + spotOf("<Text>d</Text>");
    CHECK(unreadIn(fileOf(list)) ==
          Told{"font 2 Font ID=\"sans\"", "spacing 1 Font Spacing=\"0.1\""});
    const LossReport unread = testing::parsed("dcdm", fileOf(list)).unread;
    REQUIRE(unread.items.size() == 2);
    CHECK(unread.items[0].cues == std::vector<CueId>{CueId{1}, CueId{2}});
    CHECK(unread.items[1].cues == std::vector<CueId>{CueId{1}});
}

TEST_CASE("spaces, rotated letters and groups of them are lost in other formats", "[cinema]") {
    const std::string file =
        fileOf(spotOf("<Text>No<Space Size=\"0.5\"/><Rotate Direction=\"right\">1</Rotate>"
                      "<HGroup>23</HGroup></Text>"));
    for (const char* const to : {"srt", "vtt", "ass", "interop", "ttml", "csv", "sbv"}) {
        INFO(to);
        const LossReport losses = lostInto(to, file);
        const LossItem* loss = lossOf(losses, "overrides");
        REQUIRE(loss);
        CHECK(loss->severity == LossSeverity::Dropped);
        CHECK(loss->count == 3);
        CHECK(loss->before == "<Space Size=\"0.5\"/>");
        CHECK(std::ranges::count(losses.items, std::string("overrides"), &LossItem::feature) == 1);
    }
    // These hold any markup.
    CHECK_FALSE(lossOf(lostInto("json", file), "overrides"));
    CHECK_FALSE(lossOf(lostInto("xliff", file), "overrides"));
    CHECK(lostInto("dcdm", file).empty());
}

TEST_CASE("what the head of a cinema file says of it is told where it is lost", "[cinema]") {
    const std::string list = spotOf("<Text>boat</Text>");
    const std::string head =
        "<AnnotationText>for the second house</AnnotationText>\n<ReelNumber>3</ReelNumber>\n";
    CHECK(unreadIn(fileOf(list, head)) ==
          Told{"reel 1 ReelNumber 3", "note 1 for the second house"});
    CHECK(unreadIn(fileOf(list, "<ReelNumber>1</ReelNumber>")).empty());
    CHECK(unreadIn(fileOf(list, "<DisplayType>MainSubtitle</DisplayType>")).empty());
    CHECK(unreadIn(fileOf(list, "<DisplayType>ClosedCaption</DisplayType>")) ==
          Told{"raw 1 ClosedCaption"});
    for (const char* const to : {"srt", "interop"}) {
        const LossReport losses = lostInto(to, fileOf(list, head));
        const LossItem* note = lossOf(losses, "note");
        REQUIRE(note);
        CHECK(note->cues.empty());
        CHECK(note->line == 3);
        CHECK(lossOf(losses, "reel"));
    }
    CHECK(lostInto("dcdm", fileOf(list, head)).empty());
}

// ST 428-7, §6.9: Valign, Vposition, Halign and Hposition are those of a Text.
TEST_CASE("texts of one subtitle at different places are told", "[cinema]") {
    const auto ofTexts = [](const std::string& texts) { return unreadIn(fileOf(spotOf(texts))); };
    CHECK(ofTexts("<Text Valign=\"top\" Vposition=\"15\">SIGN</Text>"
                  "<Text Valign=\"bottom\" Vposition=\"10\">boat</Text>") ==
          Told{"alignment 1 Text Valign=\"bottom\" Vposition=\"10\""});
    CHECK(ofTexts("<Text Halign=\"left\" Hposition=\"10\" Valign=\"bottom\" Vposition=\"10\">A"
                  "</Text><Text Halign=\"right\" Hposition=\"12.5\" Valign=\"bottom\" "
                  "Vposition=\"10\">B</Text>") ==
          Told{"alignment 1 Text Halign=\"right\" Hposition=\"12.5\" Valign=\"bottom\" "
               "Vposition=\"10\""});
    CHECK(ofTexts("<Text Valign=\"bottom\" Vposition=\"16\">A</Text><Text Valign=\"bottom\" "
                  "Vposition=\"10\" Hposition=\"-20\">B</Text>") ==
          Told{"coordinates 1 Text Hposition=\"-20\" Valign=\"bottom\" Vposition=\"10\""});
    // 42 points are 5.3 % of the height: lines are 6 to 9 % apart, and 30 is no distance of lines.
    CHECK(ofTexts("<Text Valign=\"bottom\" Vposition=\"40\">A</Text><Text Valign=\"bottom\" "
                  "Vposition=\"10\">B</Text>") ==
          Told{"coordinates 1 Text Valign=\"bottom\" Vposition=\"10\""});
    CHECK(ofTexts("<Text Valign=\"bottom\" Vposition=\"18.5\">A</Text><Text Valign=\"bottom\" "
                  "Vposition=\"10\">B</Text>")
              .empty());
    const std::string file = fileOf(spotOf("<Text>first</Text>") +
                                    spotOf("<Text Valign=\"top\" Vposition=\"15\">SIGN</Text>"
                                           "<Text Valign=\"bottom\" Vposition=\"10\">b</Text>"));
    for (const char* const to : {"srt", "vtt", "ass", "json", "ttml", "interop"}) {
        INFO(to);
        const LossReport losses = lostInto(to, file);
        const auto loss = std::ranges::find(
            losses.items, "Text Valign=\"bottom\" Vposition=\"10\"", &LossItem::before);
        REQUIRE(loss != losses.items.end());
        CHECK(loss->severity == LossSeverity::Dropped);
        CHECK(loss->cues == std::vector<CueId>{CueId{2}});
    }
    CHECK(lostInto("dcdm", file).empty());
}

TEST_CASE("fades are told by their name in formats that have none", "[cinema]") {
    const std::string file = fileOf(
        "<Subtitle TimeIn=\"00:00:01:00\" TimeOut=\"00:00:02:00\" FadeUpTime=\"00:00:00:06\" "
        "FadeDownTime=\"00:00:00:12\"><Text>boat</Text></Subtitle>");
    for (const char* const to : {"srt", "vtt", "ttml", "csv", "mpl2", "scc", "ebu-stl"}) {
        INFO(to);
        const LossReport losses = formatNamed(to)->plan(testing::documentOf("dcdm", file), {});
        const LossItem* fades = lossOf(losses, "fades");
        REQUIRE(fades);
        CHECK(fades->severity == LossSeverity::Dropped);
        // 6 and 12 of 24 frames a second.
        CHECK(fades->before == "fade-up:250 fade-down:500");
        CHECK_FALSE(lossOf(losses, "coordinates"));
    }
    for (const char* const to : {"ass", "ssa"})
        CHECK_FALSE(lossOf(lostInto(to, file), "fades"));
}
