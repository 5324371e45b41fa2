// SPDX-License-Identifier: MIT
// What a file says of times and texts that cannot be read: its own format keeps it, and another,
// which does not get it, is told.
#include <subs/format/features.h>
#include <subs/format/unread.h>

#include "format/ass_file.h"
#include "format/read.h"

#include <string>
#include <vector>

using namespace subs;
using testing::countOf;
using testing::has;
using testing::lossOf;

namespace {

/// The losses of a new file of `target`, as a conversion has them.
LossReport lossesIn(const Parsed& read, std::string_view target) {
    LossReport losses = formatNamed(target)->plan(read.document, {});
    addUnread(read.unread, formatNamed(target)->info(), losses);
    return losses;
}

std::string ttmlOf(const std::string& paragraphs) {
    return "<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"en\"><body><div>" + paragraphs +
           "</div></body></tt>";
}

std::string interopOf(const std::string& subtitles) {
    return "<DCSubtitle Version=\"1.0\"><SubtitleID>x</SubtitleID><MovieTitle>F</MovieTitle>"
           "<ReelNumber>1</ReelNumber><Language>English</Language>" +
           subtitles + "</DCSubtitle>";
}

std::string interopCue(const std::string& times) {
    return "<Subtitle SpotNumber=\"1\" " + times +
           "><Text VAlign=\"bottom\" VPosition=\"8\">boat</Text></Subtitle>";
}

}  // namespace

TEST_CASE("a start of ASS that cannot be read is told with its cue", "[ass][unread]") {
    const std::string file = testing::fileWith(
        "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,one\n"
        "Dialogue: 0,O:01:00.00,0:01:02.00,Default,,0,0,0,,two\n");
    const Parsed read = testing::parsed("ass", file);
    const LossReport losses = lossesIn(read, "vtt");
    const LossItem* const loss = lossOf(losses, feature::kUnread);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Dropped);
    CHECK(loss->cues == std::vector<CueId>{read.document.cues[1].id});
    CHECK(loss->before == "O:01:00.00");
    CHECK(testing::written(read.document, "ass") == file);
}

TEST_CASE("an end of ASS that cannot be read is told by what stands there", "[ass][unread]") {
    const std::string file = testing::fileWith(
        "Dialogue: 0,0:02:00.00,O:02:02.00,Default,,0,0,0,,one\n"
        "Dialogue: 0,0:03:00.00,never,Default,,0,0,0,,two\n");
    const Parsed read = testing::parsed("ass", file);
    const LossReport losses = lossesIn(read, "srt");
    const LossItem* const unread = lossOf(losses, feature::kUnread);
    REQUIRE(unread);
    CHECK(unread->severity == LossSeverity::Dropped);
    CHECK(unread->count == 2);
    CHECK(unread->before == "O:02:02.00");
    const LossItem* const missing = lossOf(losses, feature::kMissingEnd);
    REQUIRE(missing);
    CHECK(missing->before == "O:02:02.00");
    CHECK(testing::written(read.document, "ass") == file);
}

TEST_CASE("the fields of an ASS line without a text are told", "[ass][unread]") {
    const Parsed read = testing::parsed(
        "ass", testing::fileWith("Dialogue: 0,0:03:00.00,0:03:02.00,Default,Text alone\n"));
    const LossItem* const loss = lossOf(read.unread, feature::kUnread);
    REQUIRE(loss);
    CHECK(loss->severity == LossSeverity::Dropped);
    CHECK(loss->cues == std::vector<CueId>{read.document.cues[0].id});
    CHECK(has(loss->before, "Dialogue: 0,0:03:00.00,"));
}

// libass 0.17 reads the columns that are named, and takes the rest of a line for its text.
TEST_CASE("events of ASS without an End column have their texts and no end", "[ass][unread]") {
    const std::string file =
        "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Start, Text\n"
        "Dialogue: 0:00:01.00,no end column\nDialogue: 0:00:03.00,second, comma\n";
    const Parsed read = testing::parsed("ass", file);
    REQUIRE(read.document.cues.size() == 2);
    CHECK(read.document.cues[0].text.plain == "no end column");
    CHECK(read.document.cues[0].start == testing::ms(1000));
    CHECK_FALSE(read.document.cues[0].end);
    CHECK(read.document.cues[1].text.plain == "second, comma");
    CHECK(read.document.cues[1].start == testing::ms(3000));
    CHECK(countOf(read.diagnostics, "ass.no-time-column") == 1);
    CHECK(testing::written(read.document, "ass") == file);
    // An end that it gets has no place there, and that is told.
    Document edited = read.document;
    edited.cues[0].end = testing::ms(2000);
    edited.cues[0].text.plain = "new";
    CHECK(has(testing::written(edited, "ass"), "\nDialogue: 0:00:01.00,new\n"));
    const LossReport losses = formatNamed("ass")->plan(edited, {});
    REQUIRE(lossOf(losses, feature::kMissingEnd));
    CHECK(lossOf(losses, feature::kMissingEnd)->severity == LossSeverity::Dropped);
}

TEST_CASE("events of ASS without a Start column begin at 0, and are told", "[ass][unread]") {
    const Parsed read =
        testing::parsed("ass",
                        "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: End, Text\n"
                        "Dialogue: 0:00:01.00,boat\n");
    REQUIRE(read.document.cues.size() == 1);
    CHECK(read.document.cues[0].text.plain == "boat");
    CHECK(read.document.cues[0].start == Time());
    CHECK(read.document.cues[0].end == testing::ms(1000));
    REQUIRE(lossOf(read.unread, feature::kUnread));
    CHECK(lossOf(read.unread, feature::kUnread)->cues.size() == 1);
}

TEST_CASE("times of TTML that are none are told with their cue", "[ttml][unread]") {
    // A time expression has a clock or a metric (TTML2 §12.3.1): "3.5" is none.
    const std::string file =
        ttmlOf("<p begin=\"1s\" end=\"2s\">one</p><p begin=\"3.5\" end=\"4\">two</p>");
    const Parsed read = testing::parsed("ttml", file);
    REQUIRE(read.document.cues.size() == 2);
    const LossReport losses = lossesIn(read, "srt");
    std::vector<std::string> told;
    for (const LossItem& item : losses.items) {
        if (item.feature != feature::kUnread) continue;
        CHECK(item.severity == LossSeverity::Dropped);
        CHECK(item.cues == std::vector<CueId>{read.document.cues[1].id});
        told.push_back(item.before);
    }
    CHECK(told == std::vector<std::string>{"begin=\"3.5\"", "end=\"4\""});
    REQUIRE(lossOf(losses, feature::kMissingEnd));
    CHECK(lossOf(losses, feature::kMissingEnd)->before == "end=\"4\"");
    CHECK(testing::written(read.document, "ttml") == file);
}

TEST_CASE("a time of TTML that is none is told of what is in or around cues too",
          "[ttml][unread]") {
    const Parsed inside = testing::parsed(
        "ttml", ttmlOf("<p begin=\"1s\" end=\"5s\">one <span begin=\"soon\">two</span></p>"));
    REQUIRE(inside.document.cues.size() == 1);
    REQUIRE(lossOf(inside.unread, feature::kUnread));
    CHECK(lossOf(inside.unread, feature::kUnread)->before == "begin=\"soon\"");
    CHECK(lossOf(inside.unread, feature::kUnread)->cues.size() == 1);
    const Parsed around = testing::parsed(
        "ttml",
        "<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"en\"><body begin=\"later\"><div>"
        "<p begin=\"1s\" end=\"5s\">one</p></div></body></tt>");
    REQUIRE(lossOf(around.unread, feature::kUnread));
    CHECK(lossOf(around.unread, feature::kUnread)->before == "begin=\"later\"");
    CHECK(lossOf(around.unread, feature::kUnread)->cues.empty());
}

TEST_CASE("times of cinema subtitles that are none are told with their cue", "[cinema][unread]") {
    const std::string file =
        interopOf(interopCue("TimeIn=\"00:00:01:000\" TimeOut=\"00:00:02:000\"") +
                  interopCue("TimeIn=\"00:00:24:00:1\" TimeOut=\"00:00:25:000\"") +
                  interopCue("TimeIn=\"00:00:30:000\" TimeOut=\"half past\""));
    const Parsed read = testing::parsed("interop", file);
    REQUIRE(read.document.cues.size() == 3);
    const LossReport losses = lossesIn(read, "srt");
    std::vector<std::string> told;
    for (const LossItem& item : losses.items)
        if (item.feature == feature::kUnread) {
            CHECK(item.severity == LossSeverity::Dropped);
            CHECK(item.cues.size() == 1);
            told.push_back(item.before);
        }
    CHECK(told == std::vector<std::string>{"TimeIn=\"00:00:24:00:1\"", "TimeOut=\"half past\""});
    REQUIRE(lossOf(losses, feature::kMissingEnd));
    CHECK(lossOf(losses, feature::kMissingEnd)->before == "TimeOut=\"half past\"");
    CHECK(testing::written(read.document, "interop") == file);
}

TEST_CASE("a cue that has no end is told to have none", "[cinema][unread]") {
    const Parsed read =
        testing::parsed("interop", interopOf(interopCue("TimeIn=\"00:00:01:000\"")));
    const LossReport losses = lossesIn(read, "srt");
    REQUIRE(lossOf(losses, feature::kMissingEnd));
    CHECK(lossOf(losses, feature::kMissingEnd)->before == "no end");
    CHECK_FALSE(lossOf(losses, feature::kUnread));
}
