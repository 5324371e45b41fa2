// SPDX-License-Identifier: MIT
#include "format/ass_file.h"

using namespace subs;
using namespace testing;

namespace {

constexpr std::string_view kTwo =
    "Dialogue: 3,0:00:01.00,0:00:02.50,Default,Dara,0010,0020,0045,Scroll up;1;2,Hello, you\n"
    "Comment: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,A note\n";

/// The file after `edit` was done to its first cue.
template <class Edit>
std::string fileAfter(std::string_view events, Edit edit) {
    Document document = readAss(fileWith(events));
    edit(document.cues.at(0));
    const std::string file = written(assFormat(), document);
    const Cue again = readAss(file).cues.at(0);
    CHECK(again.text == document.cues[0].text);
    CHECK(again.start == document.cues[0].start);
    CHECK(again.end == document.cues[0].end);
    CHECK(again.kind == document.cues[0].kind);
    CHECK(again.margins == document.cues[0].margins);
    return file;
}

}  // namespace

TEST_CASE("an ass event has all the fields of its cue", "[format][ass]") {
    const Document document = readAss(fileWith(kTwo));
    REQUIRE(document.cues.size() == 2);
    const Cue& cue = document.cues[0];
    CHECK(cue.start == Time::fromMilliseconds(1000));
    CHECK(cue.end == Time::fromMilliseconds(2500));
    CHECK(cue.layer == 3);
    CHECK(cue.style == "Default");
    CHECK(cue.speaker == "Dara");
    CHECK(cue.margins == Margins{10, 20, 45});
    CHECK(cue.effect == "Scroll up;1;2");
    CHECK(cue.text.plain == "Hello, you");
    CHECK(document.cues[1].kind == CueKind::Comment);
    CHECK(document.cues[0].id != document.cues[1].id);
}

TEST_CASE("trap 23: columns are read by the names of the Format line, whose order is kept",
          "[format][ass]") {
    const std::string file =
        "[Script Info]\nPlayResX: 640\nPlayResY: 480\n\n[Events]\n"
        "Format: End, Start, Style, Layer, Extra, Text\n"
        "Dialogue: 0:00:05.00,0:00:04.00,Main,2,keep me,Hi, there\n";
    Document document = readAss(file);
    REQUIRE(document.cues.size() == 1);
    CHECK(document.cues[0].start == Time::fromSeconds(4));
    CHECK(document.cues[0].end == Time::fromSeconds(5));
    CHECK(document.cues[0].style == "Main");
    CHECK(document.cues[0].layer == 2);
    CHECK(document.cues[0].text.plain == "Hi, there");
    CHECK(written(assFormat(), document) == file);
    document.cues[0].start = Time::fromMilliseconds(4500);
    CHECK(written(assFormat(), document) == with(file, "0:00:04.00", "0:00:04.50"));
}

TEST_CASE("of columns of one name the last counts and is edited, as in libass", "[format][ass]") {
    const std::string file =
        "[Script Info]\nPlayResX: 640\nPlayResY: 480\n\n[Events]\n"
        "Format: Start, Start, End, Text\n"
        "Dialogue: zz,0:00:02.00,0:00:03.00,Hi\n"
        "Dialogue: 0:00:01.00,yy,0:00:03.00,Hi\n";
    Document document = readAss(file);
    REQUIRE(document.cues.size() == 2);
    CHECK(document.cues[0].start == Time::fromSeconds(2));
    CHECK(document.cues[1].start == Time());
    CHECK(written(assFormat(), document) == file);
    document.cues[0].start = Time::fromSeconds(1);
    CHECK(written(assFormat(), document) == with(file, "zz,0:00:02.00", "zz,0:00:01.00"));
}

TEST_CASE("trap 26: hours above nine are kept and can be written", "[format][ass]") {
    const std::string file = fileWith("Dialogue: 0,11:02:03.40,11:02:05.00,Default,,0,0,0,,Late\n");
    Document document = readAss(file);
    CHECK(document.cues.at(0).start == Time::fromCentiseconds(3972340));
    CHECK(written(assFormat(), document) == file);
    document.cues[0].end = Time::fromSeconds(117 * 3600);
    CHECK(written(assFormat(), document) == with(file, "11:02:05.00", "117:00:00.00"));
}

TEST_CASE("trap 27: margins keep their spelling while another field changes", "[format][ass]") {
    const std::string file = fileAfter(kTwo, [](Cue& cue) { cue.margins.left = 7; });
    CHECK(file == with(fileWith(kTwo), "0010,0020,0045", "7,0020,0045"));
}

TEST_CASE("an edited cue changes its own fields alone", "[format][ass]") {
    const std::string file = fileWith(kTwo);
    CHECK(fileAfter(kTwo, [](Cue& c) { c.start = Time::fromMilliseconds(1230); }) ==
          with(file, "0:00:01.00", "0:00:01.23"));
    CHECK(fileAfter(kTwo, [](Cue& c) { c.text = withPlain(c.text, "Hello, me"); }) ==
          with(file, "Hello, you", "Hello, me"));
    CHECK(fileAfter(kTwo, [](Cue& c) { c.speaker = "Sok"; }) == with(file, "Dara", "Sok"));
    CHECK(fileAfter(kTwo, [](Cue& c) { c.layer = 5; }) == with(file, "Dialogue: 3", "Dialogue: 5"));
    CHECK(fileAfter(kTwo, [](Cue& c) { c.effect.clear(); }) == with(file, "Scroll up;1;2", ""));
    CHECK(fileAfter(kTwo, [](Cue& c) { c.kind = CueKind::Comment; }) ==
          with(file, "Dialogue: 3", "Comment: 3"));
    CHECK(fileAfter(kTwo, [](Cue& c) { c.style = "Other"; }) ==
          with(file, "50,Default", "50,Other"));
}

TEST_CASE("an edit taken back gives the old bytes back", "[format][ass]") {
    const std::string file =
        fileWith("Dialogue:0 , 0:00:01.5,0:00:02.00 ,*Default,,00,0,0,,a{\\i1\\b1 }b\n");
    Document document = readAss(file);
    const Cue before = document.cues.at(0);
    document.cues[0].text = withPlain(before.text, "x");
    document.cues[0].start += Time::fromSeconds(1);
    CHECK(written(assFormat(), document) != file);
    document.cues[0] = before;
    CHECK(written(assFormat(), document) == file);
}

TEST_CASE("trap 33: comments between dialogue stay where they are", "[format][ass]") {
    const std::string file = fileWith(
        "Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,one\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,two\n"
        "Comment: 0,0:00:02.00,0:00:03.00,Default,,0,0,0,,three\n");
    Document document = readAss(file);
    CHECK(document.cues.size() == 3);
    CHECK(written(assFormat(), document) == file);
}

TEST_CASE("cues are deleted, added and moved as lines", "[format][ass]") {
    const std::string one = "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,one\n";
    const std::string two = "Dialogue: 0,0:00:02.00,0:00:03.00,Default,,00,0,0,,two\n";
    const std::string three = "Dialogue: 0,0:00:03.00,0:00:04.00,Default,,0,0,0,,three\n";
    const Document document = readAss(fileWith(one + "; note\n" + two + three));
    Document fewer = document;
    fewer.cues.erase(fewer.cues.begin() + 1);
    CHECK(written(assFormat(), fewer) == fileWith(one + "; note\n" + three));
    Document moved = document;
    std::swap(moved.cues[1], moved.cues[2]);
    CHECK(written(assFormat(), moved) == fileWith(one + "; note\n" + three + two));
    Document more = document;
    Cue added;
    added.id = more.newId();
    added.start = Time::fromSeconds(9);
    added.end = Time::fromSeconds(10);
    added.text.plain = "new";
    more.cues.insert(more.cues.begin() + 2, added);
    CHECK(written(assFormat(), more) ==
          fileWith(one + "; note\n" + two +
                   "Dialogue: 0,0:00:09.00,0:00:10.00,Default,,0,0,0,,new\n" + three));
}

TEST_CASE("a cue added behind a last line without a line end begins a line", "[format][ass]") {
    Document document = readAss(fileWith("Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,one"));
    Cue added = document.cues.at(0);
    added.id = document.newId();
    added.piece = {};
    document.cues.push_back(added);
    const std::string line = "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,one\n";
    CHECK(written(assFormat(), document) == fileWith(line + line));
}

TEST_CASE("an event with too few fields is kept, and completed when it is edited",
          "[format][ass]") {
    const std::string file = fileWith("Dialogue: 0,0:00:01.00,0:00:02.00\n");
    Document document = readAss(file);
    REQUIRE(document.cues.size() == 1);
    CHECK(written(assFormat(), document) == file);
    document.cues[0].text.plain = "now";
    CHECK(written(assFormat(), document) ==
          fileWith("Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,now\n"));
}

TEST_CASE("an event without a start gets none when its text is edited", "[format][ass]") {
    Document document = readAss(fileWith("Dialogue: 7\n"));
    REQUIRE(document.cues.size() == 1);
    document.cues[0].text.plain = "now";
    CHECK(written(assFormat(), document) == fileWith("Dialogue: 7,,,Default,,0,0,0,,now\n"));
    document.cues[0].start = Time::fromSeconds(3);
    CHECK(written(assFormat(), document) ==
          fileWith("Dialogue: 7,0:00:03.00,,Default,,0,0,0,,now\n"));
}

TEST_CASE("names keep out of the way of commas", "[format][ass]") {
    const std::string file = fileAfter(kTwo, [](Cue& cue) { cue.speaker = "Sok, Dara"; });
    CHECK(file == with(fileWith(kTwo), "Default,Dara", "Default,Sok; Dara"));
}

TEST_CASE("a star before a style and the case of Default do not matter", "[format][ass]") {
    const Document document =
        readAss(fileWith("Dialogue: 0,0:00:01.00,0:00:02.00,*default,,0,0,0,,one\n"));
    CHECK(document.cues.at(0).style == "Default");
}

TEST_CASE("the rounding rule is told by the options", "[format][ass]") {
    Document document = readAss(fileWithText("a"));
    document.cues[0].start = Time::fromMilliseconds(1007);
    document.cues[0].end = Time::fromMilliseconds(2005);
    CHECK(written(assFormat(), document) ==
          with(with(fileWithText("a"), "0:00:01.00", "0:00:01.01"), "0:00:02.00", "0:00:02.01"));
    CHECK(written(assFormat(), document, {.rounding = Rounding::Floor}) == fileWithText("a"));
}

TEST_CASE("frame rounding moves the times of a file to midpoints, once", "[format][ass]") {
    // 24000/1001: frame 24 begins at 1001 ms, frame 23 at 959.29 ms: the midpoint is 980.1 ms. An
    // end at 2.00 s is behind frame 47 (1960.29 ms), so it goes midway to frame 48 (2002 ms):
    // 1981.1 ms.
    const FrameTimeline timeline = FrameTimeline::constant(parseFrameRate("23.976").value());
    const WriteOptions options{.rounding = Rounding::Frame, .timeline = &timeline};
    const std::string once = written(assFormat(), readAss(fileWithText("a")), options);
    CHECK(once ==
          with(with(fileWithText("a"), "0:00:01.00", "0:00:00.98"), "0:00:02.00", "0:00:01.98"));
    CHECK(written(assFormat(), readAss(once), options) == once);
}

TEST_CASE("frame rounding without a timeline is an error that names the cue", "[format][ass]") {
    const auto text = assFormat().write(readAss(fileWithText("a")), {.rounding = Rounding::Frame});
    REQUIRE_FALSE(text);
    CHECK(text.error().code == "time.no-timeline");
    CHECK(text.error().message.find("the cue at 0:00:01.00") == 0);
}
