// SPDX-License-Identifier: MIT
#include <subs/timing/shot_files.h>

#include "catch.h"

#include <string>
#include <vector>

using namespace subs;

namespace {

using Cuts = std::vector<Frame>;

ReadShots readAll(std::string_view text, const ShotFileOptions& options = {}) {
    auto read = readShotFile(text, options);
    INFO((read ? "" : read.error().message));
    REQUIRE(read);
    return *read;
}

FrameRate film() {
    return *parseFrameRate("23.976");
}

}  // namespace

TEST_CASE("Aegisub's keyframe format is read, its rate unheeded", "[timing][shots]") {
    const ReadShots read =
        readAll("# keyframe format v1\r\nfps 0\r\n0\r\n72\r\n113\r\nx7\r\n-4\r\n312\r\n");
    CHECK(read.format == "keyframes");
    CHECK(read.shots.cuts == Cuts{{72}, {113}, {312}});
    REQUIRE(read.diagnostics.size() == 2);
    CHECK(read.diagnostics[0].line == 6);
    CHECK(read.diagnostics[1].line == 7);
    CHECK(readAll("# keyframe format v1\nfps 23.976024\n").shots.cuts.empty());
}

TEST_CASE("statistics of XviD count their lines of frames", "[timing][shots]") {
    const std::string scxvid =
        "# XviD 2pass stat file (core version 1.3.7)\n# Please do not modify this file\n\ni 2 1 0\np 2 0 1\nb 2 0 1\ni 2 1 0\np 2 0 1\n";
    CHECK(readAll(scxvid).format == "xvid");
    CHECK(readAll(scxvid).shots.cuts == Cuts{{3}});
    CHECK(readAll("# ffmpeg 2-pass log file, using xvid codec\nI 1\nP 1\nI 1\n").shots.cuts ==
          Cuts{{2}});
}

TEST_CASE("statistics of DivX have the kind anywhere in the line", "[timing][shots]") {
    const ReadShots read =
        readAll("##map version 1.0\n 123 : I 40\n 124 : P 2\n 125 : B 1\n 126 : I 39\n");
    CHECK(read.format == "divx");
    CHECK(read.shots.cuts == Cuts{{3}});
}

TEST_CASE("statistics of x264 are read by the number that a frame is shown as", "[timing][shots]") {
    const ReadShots read = readAll(
        "#options: 320x180 fps=24/1 timebase=1/24 bitdepth=8 cabac=0 ref=1\n"
        "in:0 out:0 type:I dur:2 cpbdur:2 q:20.09 aq:20.00 tex:148633 mv:2764 misc:5747 imb:240 pmb:0 smb:0 d:- ref:;\n"
        "in:3 out:1 type:i dur:2 cpbdur:2 q:24.40 aq:24.00 tex:92305 mv:2661 misc:314 imb:185 pmb:55 smb:0 d:- ref:0 ;\n"
        "in:1 out:2 type:B dur:2 cpbdur:2 q:25.54 aq:26.00 tex:61981 mv:2759 misc:316 imb:123 pmb:117 smb:0 d:- ref:0 ;\n"
        "in:2 out:3 type:b dur:2\ntype:I\nin:4 out:4 type:P dur:2\nin:5 out:5 type:I dur:2\n");
    CHECK(read.format == "x264");
    CHECK(read.shots.cuts == Cuts{{3}, {5}});
    REQUIRE(read.diagnostics.size() == 1);
    CHECK(read.diagnostics[0].line == 6);
}

TEST_CASE("statistics of FFmpeg's own encoders have numbers for kinds", "[timing][shots]") {
    const ReadShots read = readAll(
        "in:0 out:0 type:1 q:320 itex:131863 ptex:0 mv:0 misc:1262 fcode:1 bcode:1\n"
        "in:3 out:1 type:2 q:236 itex:91798 ptex:67030 mv:743 misc:2470 fcode:1 bcode:1\n"
        "in:1 out:2 type:3 q:296 itex:0 ptex:83427 mv:3316 misc:2648 fcode:1 bcode:1\n"
        "in:4 out:3 type:1 q:296 itex:0 ptex:87735 mv:2798 misc:2546 fcode:1 bcode:1\n");
    CHECK(read.format == "x264");
    CHECK(read.shots.cuts == Cuts{{4}});
}

TEST_CASE("a qpfile and WWXD's log name their frames", "[timing][shots]") {
    const ReadShots wwxd =
        readAll("# WWXD log file, using qpfile format\n\n0 I -1\n48 I -1\n60 P -1\n");
    CHECK(wwxd.format == "qpfile");
    CHECK(wwxd.shots.cuts == Cuts{{48}});
    const ReadShots plain = readAll("12 I 10\n15 K\n18 b -1\nwhat\n21 i\n");
    CHECK(plain.shots.cuts == Cuts{{12}, {15}, {21}});
    REQUIRE(plain.diagnostics.size() == 1);
    CHECK(plain.diagnostics[0].line == 4);
}

TEST_CASE("what FFmpeg's filters print is read, each frame by the nearest beginning",
          "[timing][shots]") {
    const ShotFileOptions options{.rate = *parseFrameRate("24")};
    // Progress and messages share a line with a CR between.
    const std::string showinfo =
        "Stream mapping:\n[Parsed_showinfo_1 @ 0x561c] n:   0 pts:   8192 pts_time:0.666667 pos:   141363 fmt:yuv420p\n"
        "frame=    1 fps=0.0 q=-0.0 size=N/A time=00:00:00.70    \r[Parsed_showinfo_1 @ 0x561c] n:   1 pts:  19456 pts_time:1.58333 pos:   297322\n"
        "[Parsed_showinfo_1 @ 0x561c] n:   2 pts:  19456 pts_time:NOPTS pos:   297322\n";
    const ReadShots shown = readAll(showinfo, options);
    CHECK(shown.format == "ffmpeg");
    CHECK(shown.shots.cuts == Cuts{{16}, {38}});
    REQUIRE(shown.diagnostics.size() == 1);
    CHECK(shown.diagnostics[0].line == 5);
    CHECK(readAll("frame:0    pts:8192    pts_time:0.666667\nlavfi.scene_score=0.395596\n", options)
              .shots.cuts == Cuts{{16}});
    const std::string scdet =
        "frame:15   pts:7680    pts_time:0.625\nlavfi.scd.mafd=3.006\nlavfi.scd.score=0.085\n"
        "frame:16   pts:8192    pts_time:0.666667\nlavfi.scd.mafd=18.459\nlavfi.scd.score=15.453\nlavfi.scd.time=0.666667\n";
    CHECK(readAll(scdet, options).shots.cuts == Cuts{{16}});
    CHECK(readAll("[scdet @ 0x55ba] lavfi.scd.score: 13.307, lavfi.scd.time: 1.58333\n", options)
              .shots.cuts == Cuts{{38}});
    // Six digits are all that FFmpeg prints: this is frame 90000 of 23.976, which begins at
    // 3753.75.
    CHECK(
        readAll("lavfi.scd.time=3753.75\nlavfi.scd.time=3753.79\n", {.rate = film()}).shots.cuts ==
        Cuts{{90000}, {90001}});
}

TEST_CASE("a list of times is read by the film's true times", "[timing][shots]") {
    const auto uneven = FrameTimeline::fromTicks({0, 50, 110, 130, 200}, Fraction(1, 1000));
    REQUIRE(uneven);
    const ReadShots read =
        readAll("# cuts\n0.0501\n0:00:00.13\n0,199 and more\nnonsense\n", {.timeline = &*uneven});
    CHECK(read.format == "times");
    CHECK(read.shots.cuts == Cuts{{1}, {3}, {4}});
    REQUIRE(read.diagnostics.size() == 1);
    CHECK(read.diagnostics[0].line == 5);
    const ReadShots whole = readAll("1\n2\n", {.rate = *parseFrameRate("25")});
    CHECK(whole.shots.cuts == Cuts{{25}, {50}});
    REQUIRE(whole.diagnostics.size() == 1);
    CHECK(whole.diagnostics[0].code == "shots.whole-seconds");
}

TEST_CASE("times without a rate are an error that says so", "[timing][shots]") {
    for (const char* text :
         {"1.5\n",
          "lavfi.scd.time=1\n",
          "TITLE: A\n001 AX V C 00:00:00:00 00:00:01:00 01:00:00:00 01:00:01:00\n"}) {
        const auto read = readShotFile(text);
        REQUIRE_FALSE(read);
        CHECK(read.error().code == "shots.no-rate");
    }
}

TEST_CASE("what subs shots prints is read again", "[timing][shots]") {
    const Shots shots = {
        {{168}, {336}},
        {{TransitionKind::Dissolve, {412}, {430}}, {TransitionKind::FadeOut, {600}, {623}}}};
    const std::string json = shotsJson(shots, 147000, film());
    CHECK(
        json ==
        R"({"frames":147000,"rate":"24000/1001","cuts":[168,336],"transitions":[{"kind":"dissolve","from":412,"to":430},{"kind":"fade-out","from":600,"to":623}]})");
    CHECK(readAll(json).shots == shots);
    CHECK(readAll(json).format == "json");
}

TEST_CASE("damaged JSON of shots is told by place", "[timing][shots]") {
    const auto broken = readShotFile("{\"cuts\":[1,\n2,\n");
    REQUIRE_FALSE(broken);
    CHECK(broken.error().code == "shots.bad-json");
    CHECK(broken.error().line >= 2);
    CHECK(readShotFile("{\"rate\":24}").error().code == "shots.bad-json");
    const ReadShots read = readAll(
        R"({"cuts":[5,"x",-2,1.5,9],"transitions":[{"kind":"wipe","from":1,"to":2},7,{"kind":"fade-in","from":1,"to":4}]})");
    CHECK(read.shots == Shots{{{5}, {9}}, {{TransitionKind::FadeIn, {1}, {4}}}});
    CHECK(read.diagnostics.size() == 5);
}

TEST_CASE("a text that is no list of shots is refused", "[timing][shots]") {
    for (const char* text :
         {"", "hello\n", "1\n00:00:01,000 --> 00:00:02,000\nA subtitle\n", "\xFF\xFE\x00"}) {
        INFO(text);
        const auto read = readShotFile(text, {.rate = film()});
        CHECK((!read || !read->diagnostics.empty()));
    }
    CHECK(readShotFile("hello\n").error().code == "shots.unknown-format");
}

TEST_CASE("a mark at the beginning of a file hides no format", "[timing][shots]") {
    CHECK(readAll("\xEF\xBB\xBF# keyframe format v1\nfps 0\n9\n").shots.cuts == Cuts{{9}});
}

TEST_CASE("each format that can be read is listed once", "[timing][shots]") {
    std::vector<std::string> ids;
    for (const ShotFileInfo& info : shotFileFormats())
        ids.emplace_back(info.id);
    CHECK(ids ==
          std::vector<std::string>{
              "keyframes", "xvid", "divx", "x264", "qpfile", "json", "ffmpeg", "edl", "times"});
}
