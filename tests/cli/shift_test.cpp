// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <filesystem>
#include <string>
#include <vector>

using testing::get;
using testing::put;
using testing::Ran;
using testing::run;

namespace {

std::string srt(const std::string& first, const std::string& second) {
    return "1\n" + first + "\nមក\n\n2\n" + second + "\nទៅ\n";
}

const std::string kFile = srt("00:00:01,000 --> 00:00:02,000", "00:00:03,000 --> 00:00:04,000");

Ran ranOn(std::vector<std::string> words, const std::string& input = kFile) {
    words.insert(words.end(), {"-", "-o", "-"});
    return run(words, {.input = input});
}

}  // namespace

TEST_CASE("shift moves all cues by a length of time", "[cli]") {
    const Ran ran = ranOn({"shift", "--by", "1.5s"});
    CHECK(ran.status == 0);
    CHECK(ran.err.empty());
    CHECK(ran.out == srt("00:00:02,500 --> 00:00:03,500", "00:00:04,500 --> 00:00:05,500"));
    CHECK(ranOn({"shift", "--by", "-250ms", "--after", "0:00:03"}).out ==
          srt("00:00:01,000 --> 00:00:02,000", "00:00:02,750 --> 00:00:03,750"));
    CHECK(ranOn({"shift", "--by=-250ms", "--before", "3"}).out ==
          srt("00:00:00,750 --> 00:00:01,750", "00:00:03,000 --> 00:00:04,000"));
}

TEST_CASE("shift moves cues by frames", "[cli]") {
    CHECK(ranOn({"shift", "--frames", "12", "--fps", "24", "--rounding", "nearest"}).out ==
          srt("00:00:01,500 --> 00:00:02,500", "00:00:03,500 --> 00:00:04,500"));
    // Midpoints between frames, as with convert --fps: 35.5 frames of 1/24 s.
    CHECK(ranOn({"shift", "--frames", "12", "--fps", "24"}).out.find("00:00:01,479 -->") !=
          std::string::npos);
    CHECK(ranOn({"shift", "--frames", "12"}).status == 2);
}

TEST_CASE("shift writes files of a folder, in their own format or another", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "in/a.srt", kFile);
    const Ran ran =
        run({"shift", "--by", "1s", "--recursive", "in", "--out-dir", "out", "-t", "ass"},
            {.folder = folder.path});
    CHECK(ran.status == 0);
    CHECK(get(folder.path / "out/a.ass").find("0:00:02.00,0:00:03.00") != std::string::npos);
    CHECK(get(folder.path / "in/a.srt") == kFile);
}

TEST_CASE("shift does not hand on a table whose times it cannot read", "[cli]") {
    const testing::Folder folder;
    const std::string table = "start,end,text\n00:00:01:05,00:00:02:00,a\n";
    put(folder.path / "a.csv", table);
    const Ran ran = run({"shift", "--by", "1s", "a.csv", "-o", "b.csv"}, {.folder = folder.path});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("--fps") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder.path / "b.csv"));
    const Ran rated = run({"shift", "--by", "1s", "--fps", "25", "a.csv", "-o", "b.csv"},
                          {.folder = folder.path});
    CHECK(rated.status == 0);
    CHECK(get(folder.path / "b.csv") == "start,end,text\n00:00:02:05,00:00:03:00,a\n");
    CHECK(run({"retime", "--scale", "2", "a.csv", "-o", "c.csv"}, {.folder = folder.path}).status ==
          2);
}

TEST_CASE("shift says what it needs and what it cannot do", "[cli]") {
    CHECK(ranOn({"shift"}).err.find("either --by or --frames says how far") != std::string::npos);
    CHECK(ranOn({"shift", "--by", "1s", "--frames", "2"}).status == 2);
    CHECK(ranOn({"shift", "--by", "soon"}).err.find("\"soon\" is no length of time") !=
          std::string::npos);
    CHECK(ranOn({"shift", "--frames", "1.5", "--fps", "24"}).err.find("no number of frames") !=
          std::string::npos);
    const Ran early = ranOn({"shift", "--by", "-2s"});
    CHECK(early.status == 2);
    CHECK(early.out.empty());
    CHECK(early.err ==
          "-:1: error: cue 1 (\"1\") would begin at -00:00:01.000, before the film does; "
          "--before-zero cut takes off what is there [retime.before-zero]\n");
    const Ran cut = ranOn({"shift", "--by", "-2s", "--before-zero", "cut"});
    CHECK(cut.status == 0);
    CHECK(cut.out == "2\n00:00:01,000 --> 00:00:02,000\nទៅ\n");
    CHECK(cut.err.find("-:1: warning: cue 1 (\"1\") ends before the film begins, and went") !=
          std::string::npos);
}

TEST_CASE("retime stretches between frame rates, by a factor and to anchors", "[cli]") {
    // 25 / (24000/1001) = 1001/960: 1 s becomes 1.04271 s.
    CHECK(
        ranOn({"retime", "--from-fps", "25", "--to-fps", "23.976", "--rounding", "nearest"}).out ==
        srt("00:00:01,043 --> 00:00:02,085", "00:00:03,128 --> 00:00:04,171"));
    CHECK(ranOn({"retime", "--scale", "2", "--about", "1"}).out ==
          srt("00:00:01,000 --> 00:00:03,000", "00:00:05,000 --> 00:00:07,000"));
    CHECK(ranOn({"retime", "--anchor", "#1=0:00:02", "--anchor", "3=6"}).out ==
          srt("00:00:02,000 --> 00:00:04,000", "00:00:06,000 --> 00:00:08,000"));
}

TEST_CASE("retime between rates keeps each edge on its frame", "[cli]") {
    // Frames 25 to 49 and 75 to 99. At 24000/1001 a second frame n begins at n * 41.7083 ms; a
    // start is written midway before it, an end midway before the frame behind the
    // last: 24.5, 49.5, 74.5 and 99.5 frames.
    CHECK(ranOn({"retime", "--from-fps", "25", "--to-fps", "23.976"}).out ==
          srt("00:00:01,022 --> 00:00:02,065", "00:00:03,107 --> 00:00:04,150"));
    // Only some cues: the others have frames of their own.
    CHECK(ranOn({"retime", "--from-fps", "25", "--to-fps", "23.976", "--after", "2"}).out ==
          srt("00:00:01,000 --> 00:00:02,000", "00:00:03,128 --> 00:00:04,171"));
    // No whole second lies between all frames.
    const Ran whole = ranOn({"retime", "--from-fps", "25", "--to-fps", "50", "-t", "tmplayer"});
    CHECK(whole.status == 0);
    CHECK(whole.out.find("00:00:01:") != std::string::npos);
}

TEST_CASE("retime says what is wrong with how it is asked", "[cli]") {
    const auto told = [](std::vector<std::string> words, const std::string& part) {
        CAPTURE(words);
        words.insert(words.begin(), "retime");
        const Ran ran = ranOn(words);
        CHECK(ran.status == 2);
        CHECK(ran.out.empty());
        CHECK(ran.err.find(part) != std::string::npos);
    };
    told({}, "one of --from-fps with --to-fps, --scale and --anchor says how");
    told({"--scale", "2", "--anchor", "1=2"}, "says how");
    told({"--from-fps", "25"}, "go together");
    told({"--scale", "0"}, "a factor is above 0");
    told({"--scale", "2000"}, "1000 at most");
    told({"--anchor", "1=2"}, "two points or more");
    told({"--anchor", "1"}, "is no anchor");
    told({"--anchor", "#x=2", "--anchor", "3=4"}, "is no number of a cue");
    told({"--anchor", "#9=2", "--anchor", "3=4"}, "there is no cue 9");
    told({"--anchor", "1=5", "--anchor", "3=4"}, "is not after");
}
