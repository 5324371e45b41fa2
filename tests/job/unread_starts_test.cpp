// SPDX-License-Identifier: MIT
#include <subs/format/features.h>
#include <subs/job/convert.h>
#include <subs/job/move_times.h>
#include <subs/model/unread_starts.h>

#include "catch.h"
#include "format/read.h"
#include "format/stl_file.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace subs;

namespace {

/// A file whose first cue begins at 1 s, its second at a time that cannot be read.
struct BadFile {
    const char* name;
    std::string before;  ///< What stands around the times.
    std::string first;   ///< "1 s to 2 s" in its format.
    std::string moved;   ///< The same a second later.
    std::string behind;  ///< With the time that cannot be read.
    bool isCue = true;   ///< The damaged part is read as a cue.
};

BadFile badTtml() {
    return {"a.ttml",
            "<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"en\"><body><div><p ",
            "begin=\"1s\" end=\"2s\"",
            "begin=\"2s\" end=\"3s\"",
            ">one</p><p begin=\"1\" end=\"2\">two</p><p begin=\"00:00:05,5\" dur=\"1s\">three</p>"
            "<p begin=\"00:00:07,5\" end=\"9s\">four</p></div></body></tt>\n"};
}

/// `head` is what stands before the first Font, `end` what stands behind it.
BadFile badCinema(const std::string& head, const std::string& unit, const std::string& end) {
    const auto times = [&](const std::string& in, const std::string& out) {
        return "TimeIn=\"00:00:0" + in + ":" + unit + "\" TimeOut=\"00:00:0" + out + ":" + unit +
               "\"";
    };
    return {
        "a.xml",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + head + "<Font><Subtitle SpotNumber=\"1\" ",
        times("1", "2"),
        times("2", "3"),
        "><Text>one</Text></Subtitle><Subtitle SpotNumber=\"2\" TimeIn=\"7 s\" "
        "TimeOut=\"00:00:08:000\"><Text>two</Text></Subtitle></Font>" +
            end + "\n"};
}

BadFile badDcdm() {
    return badCinema(
        "<SubtitleReel xmlns=\"http://www.smpte-ra.org/schemas/428-7/2010/DCST\">"
        "<Id>urn:uuid:1</Id><ContentTitleText>t</ContentTitleText>"
        "<Language>en</Language><EditRate>24 1</EditRate>"
        "<TimeCodeRate>24</TimeCodeRate><SubtitleList>",
        "00",
        "</SubtitleList></SubtitleReel>");
}

BadFile badInterop() {
    return badCinema(
        "<DCSubtitle Version=\"1.0\"><SubtitleID>1</SubtitleID>"
        "<MovieTitle>t</MovieTitle><ReelNumber>1</ReelNumber>"
        "<Language>English</Language>",
        "000",
        "</DCSubtitle>");
}

BadFile badXliff() {
    const std::string fields =
        "<mda:metadata xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\">"
        "<mda:metaGroup category=\"subs\"><mda:meta type=\"start\">";
    return {"a.xlf",
            "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" version=\"2.0\" "
            "srcLang=\"en\"><file id=\"f\"><unit id=\"1\">" +
                fields,
            "00:00:01.000",
            "00:00:02.000",
            "</mda:meta></mda:metaGroup></mda:metadata><segment><source>one</source></segment>"
            "</unit><unit id=\"2\">" +
                fields +
                "bad</mda:meta><mda:meta type=\"end\">00:00:06.000</mda:meta></mda:metaGroup>"
                "</mda:metadata><segment><source>two</source></segment></unit><unit id=\"3\">"
                "<segment><source>three</source></segment></unit></file></xliff>\n"};
}

BadFile badTmx() {
    return {"a.tmx",
            "<tmx version=\"1.4\"><header srclang=\"en\"/><body><tu><prop type=\"x-subs-start\">",
            "00:00:01.000",
            "00:00:02.000",
            "</prop><tuv xml:lang=\"en\"><seg>one</seg></tuv></tu><tu><prop type=\"x-subs-start\">"
            "bad</prop><tuv xml:lang=\"en\"><seg>two</seg></tuv></tu></body></tmx>\n"};
}

BadFile badAss() {
    return {"a.ass",
            "[Script Info]\nScriptType: v4.00+\n\n[Events]\n"
            "Format: Layer, Start, End, Style, Text\nDialogue: 0,",
            "0:00:01.00,0:00:02.00",
            "0:00:02.00,0:00:03.00",
            ",Default,one\nDialogue: 0,bad,0:00:07.00,Default,two\n"};
}

/// Those whose damaged part is no cue.
std::vector<BadFile> filesWithoutCue() {
    return {
        {"a.srt",
         "1\n",
         "00:00:01,000 --> 00:00:02,000",
         "00:00:02,000 --> 00:00:03,000",
         "\none\n\n2\n00x:00:05,000 --> 00:00:06,000\ntwo\n",
         false},
        {"a.vtt",
         "WEBVTT\n\n",
         "00:00:01.000 --> 00:00:02.000",
         "00:00:02.000 --> 00:00:03.000",
         "\none\n\n00:bad --> 00:00:06.000\ntwo\n",
         false},
        {"a.csv",
         "start,end,text\n",
         "00:00:01.000,00:00:02.000",
         "00:00:02.000,00:00:03.000",
         ",one\nbad,00:00:06.000,two\n",
         false},
        {"a.json",
         "{\"cues\": [{",
         "\"start_ms\": 1000, \"end_ms\": 2000",
         "\"start_ms\": 2000, \"end_ms\": 3000",
         ", \"text\": \"one\"}, {\"start_ms\": \"bad\", \"end_ms\": 6000, \"text\": \"two\"}]}\n",
         false},
        {"a.lrc", "[", "00:01.00", "00:02.00", "]one\n[00:0x]two\n", false},
    };
}

std::vector<BadFile> badFiles() {
    std::vector<BadFile> files = {
        badTtml(), badDcdm(), badInterop(), badXliff(), badTmx(), badAss()};
    std::ranges::move(filesWithoutCue(), std::back_inserter(files));
    return files;
}

Result<Converted> movedASecond(std::string bytes, const char* name) {
    ConvertOptions options;
    options.moving = MoveOptions{ShiftByTime{Time::fromSeconds(1)}};
    return converted(std::move(bytes), name, options);
}

bool saysUnread(const Converted& done) {
    return testing::countOf(done.diagnostics, "retime.unread-times") > 0;
}

std::string ttmlOf(const std::string& content) {
    return "<tt xmlns=\"http://www.w3.org/ns/ttml\" xml:lang=\"en\"><body>" + content +
           "</body></tt>\n";
}

using Edges = std::vector<std::pair<Time, Time>>;

/// When the cues are shown in the file that a second's shift of `content` gives.
Edges movedEdges(const std::string& content) {
    const auto done = movedASecond(ttmlOf(content), "a.ttml");
    REQUIRE(done);
    CHECK_FALSE(saysUnread(*done));
    Edges edges;
    for (const Cue& cue : testing::documentOf("ttml", done->bytes).cues)
        edges.emplace_back(cue.start, cue.end.value_or(cue.start));
    return edges;
}

std::pair<Time, Time> seconds(std::int64_t start, std::int64_t end) {
    return {Time::fromSeconds(start), Time::fromSeconds(end)};
}

Result<Converted> moved(const BadFile& file, const ConvertOptions& options) {
    return converted(file.before + file.first + file.behind, file.name, options);
}

}  // namespace

TEST_CASE("a time that cannot be read stays as it is written when cues are moved", "[job]") {
    ConvertOptions options;
    options.moving = MoveOptions{ShiftByTime{Time::fromSeconds(1)}};
    for (const BadFile& file : badFiles()) {
        CAPTURE(file.name, file.before);
        const auto done = moved(file, options);
        REQUIRE(done);
        CHECK(done->bytes == file.before + file.moved + file.behind);
        CHECK(done->moved == 1);
        CHECK(std::ranges::count(done->diagnostics, "retime.unread-times", &Diagnostic::code) ==
              (file.isCue ? 1 : 0));
    }
}

TEST_CASE("a time that cannot be read stays where edges are put on frames", "[job]") {
    // The first frame begins late, so that a start at 0 is on none.
    const KnownFrames frames{
        FrameTimeline::fromTicks({20, 1000, 2000, 3000, 4000, 5000, 6000}, Fraction(1, 1000))
            .value()};
    ConvertOptions options;
    options.frames = &frames;
    options.writing.rounding = Rounding::Frame;
    for (const BadFile& file : badFiles()) {
        const std::string_view name = file.name;
        if (name != "a.ttml" && name != "a.ass") continue;
        CAPTURE(file.name);
        const auto done = moved(file, options);
        REQUIRE(done);
        CHECK(done->bytes.find(file.behind.substr(0, 40)) != std::string::npos);
    }
}

TEST_CASE("it is told how many cues stay since their start cannot be read", "[job]") {
    ConvertOptions options;
    options.moving = MoveOptions{ShiftByTime{Time::fromSeconds(1)}};
    const auto done = moved(badFiles().front(), options);
    REQUIRE(done);
    const auto told =
        std::ranges::find(done->diagnostics, "retime.unread-times", &Diagnostic::code);
    REQUIRE(told != done->diagnostics.end());
    CHECK(told->severity == Severity::Warning);
    CHECK(told->message ==
          "3 cues have no start that can be read, and were not moved; the first is cue 2");
}

TEST_CASE("an ASS event with too few fields for a start stays as it is written", "[job][ass]") {
    const std::string before =
        "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Style, Text\n"
        "Dialogue: 0\nDialogue:\nDialogue: 0,,,\nDialogue: 0,";
    const auto done = movedASecond(before + "0:00:02.00,0:00:03.00,Default,ok\n", "a.ass");
    REQUIRE(done);
    CHECK(done->bytes == before + "0:00:03.00,0:00:04.00,Default,ok\n");
    CHECK(done->moved == 1);
    CHECK(saysUnread(*done));
}

TEST_CASE("a time code of EBU STL that is none stays as it is written", "[job][stl]") {
    namespace file = testing::stl;
    const auto fileOf = [](std::uint8_t second, const file::Clock& bad) {
        const std::uint8_t next = second + 1;
        return file::header({.blocks = "00003", .subtitles = "00003"}) +
               file::block("A", {.number = 1, .in = {0, 0, second, 0}, .out = {0, 0, next, 0}}) +
               file::block("B", {.number = 2, .in = bad, .out = {0, 0, 4, 0}}) +
               file::block("C", {.number = 3, .in = {0, 0, next, 0}, .out = {0, 0, next, 5}});
    };
    const file::Clock none{0xFF, 0xFF, 0xFF, 0xFF};
    for (const file::Clock& bad : {none, file::Clock{0, 0, 0x63, 0x63}, file::Clock{24, 0, 0, 0}}) {
        CAPTURE(int{bad[0]}, int{bad[2]});
        const auto done = movedASecond(fileOf(1, bad), "a.stl");
        REQUIRE(done);
        CHECK(done->bytes == fileOf(2, bad));
        CHECK(done->moved == 2);
        CHECK(saysUnread(*done));
        CHECK(done->losses.items.empty());
    }
    ConvertOptions options;
    options.format = formatNamed("srt");
    const auto srt = converted(fileOf(1, none), "a.stl", options);
    REQUIRE(srt);
    CHECK(testing::has(srt->bytes, "00:00:00,000 --> 00:00:04,000\nB\n"));
    const LossItem* const loss = testing::lossOf(srt->losses, feature::kUnread);
    REQUIRE(loss);
    CHECK(loss->before == "255:255:255:255");
    CHECK(loss->cues.size() == 1);
}

TEST_CASE("a time code of EBU STL that is one at another rate moves", "[job][stl]") {
    namespace file = testing::stl;
    // At 25 frames a second frame 29 counts on to the fifth of the next.
    const auto done = movedASecond(
        file::header() + file::block("A", {.in = {0, 0, 1, 29}, .out = {0, 0, 4, 0}}), "a.stl");
    REQUIRE(done);
    CHECK(done->bytes ==
          file::header() + file::block("A", {.in = {0, 0, 3, 4}, .out = {0, 0, 5, 0}}));
    CHECK_FALSE(saysUnread(*done));
}

// TTML2 §12.4: what says no begin begins with what is around it, in a sequence behind its sibling.
TEST_CASE("a begin of TTML that cannot be read is as none where something else says it",
          "[job][ttml]") {
    CHECK(movedEdges("<div begin=\"10s\" end=\"20s\"><p>A</p><p begin=\"zz\">B</p></div>") ==
          Edges{seconds(11, 21), seconds(11, 21)});
    CHECK(movedEdges("<div timeContainer=\"seq\"><p dur=\"2s\">S1</p><p begin=\"bad\" dur=\"1s\">S2"
                     "</p><p begin=\"1s\" dur=\"1s\">S3</p></div>") ==
          Edges{seconds(1, 3), seconds(3, 4), seconds(5, 6)});
}

TEST_CASE("it is told that a begin of TTML that cannot be read went where its cue was moved",
          "[job][ttml]") {
    const auto done =
        movedASecond(ttmlOf("<div begin=\"10s\"><p begin=\"zz\" end=\"5s\">C</p></div>"), "a.ttml");
    REQUIRE(done);
    CHECK(done->bytes == ttmlOf("<div begin=\"10s\"><p begin=\"1s\" end=\"6s\">C</p></div>"));
    const LossItem* const loss = testing::lossOf(done->losses, feature::kUnread);
    REQUIRE(loss);
    CHECK(loss->before == "begin=\"zz\"");
}

TEST_CASE("a start that was edited is one that can be read", "[job][ass]") {
    Document document = testing::documentOf(
        "ass",
        "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Start, End, Style, Text\n"
        "Dialogue: xx,0:00:04.00,Default,one\nDialogue: yy,0:00:04.00,Default,two\n");
    REQUIRE(document.cues.size() == 2);
    CHECK(unreadStartsOf(document) == std::vector{document.cues[0].id, document.cues[1].id});
    document.cues[0].start = Time::fromSeconds(2);
    CHECK(unreadStartsOf(document) == std::vector{document.cues[1].id});
    CHECK(unreadStartsOf(detached(document)).empty());
}
