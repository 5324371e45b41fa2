// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

using nlohmann::json;
using testing::get;
using testing::put;
using testing::Ran;
using testing::run;
using testing::someSrt;
namespace fs = std::filesystem;

TEST_CASE("a file is converted by the ending of its output and back", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "ខ្មែរ film.srt", someSrt());
    const Ran there =
        run({"convert", "ខ្មែរ film.srt", "-o", "out ខ្មែរ.ass"}, {.folder = folder.path});
    CHECK(there.status == 0);
    CHECK(there.out.empty());
    CHECK(get(folder.path / "out ខ្មែរ.ass").find("0:00:00.00,0:00:01.50") != std::string::npos);
    CHECK(run({"convert", "out ខ្មែរ.ass", "-o", "back.srt"}, {.folder = folder.path}).status == 0);
    CHECK(get(folder.path / "back.srt").find("00:00:02,000 --> 00:00:03,500\nវានៅឯណា?") !=
          std::string::npos);
}

TEST_CASE("a file becomes WebVTT and comes back", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.srt",
        "1\n00:00:01,000 --> 00:00:02,500\n{\\an8}<i>Where</i> is Tom & Co <3?\n");
    CHECK(run({"convert", "a.srt", "-o", "a.vtt"}, {.folder = folder.path}).status == 0);
    CHECK(get(folder.path / "a.vtt") ==
          "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500 line:0\n"
          "<i>Where</i> is Tom &amp; Co &lt;3?\n");
    CHECK(run({"convert", "a.vtt", "-o", "b.srt"}, {.folder = folder.path}).status == 0);
    CHECK(get(folder.path / "b.srt") == get(folder.path / "a.srt"));
}

TEST_CASE("what WebVTT has and SubRip has not stands in the report", "[cli]") {
    const std::string film =
        "WEBVTT\n\nSTYLE\n::cue(b) {}\n\n00:01.000 --> 00:02.000 size:60%\n"
        "<c.loud>Up</c> <ruby>a<rt>b</rt></ruby> <00:00:01.500>on\n";
    const Ran ran = run({"convert", "-", "-t", "srt", "-o", "-"}, {.input = film});
    CHECK(ran.status == 0);
    CHECK(ran.out == "1\n00:00:01,000 --> 00:00:02,000\nUp a(b) on\n");
    for (const char* const code :
         {"[loss.class]", "[loss.ruby]", "[loss.inner-time]", "[loss.coordinates]"})
        CHECK(ran.err.find(code) != std::string::npos);
    const Ran failing =
        run({"convert", "-", "-t", "srt", "-o", "-", "--fail-on", "dropped"}, {.input = film});
    CHECK(failing.status == 1);
    CHECK(run({"convert", "-", "-t", "vtt", "-o", "-"}, {.input = film}).out == film);
}

TEST_CASE("the same format in and out with no other option gives the same bytes", "[cli]") {
    const testing::Folder folder;
    const std::string odd =
        "\xEF\xBB\xBF\r\n3\r\n0:0:1,5 --> 00:00:02,000  X1:1\r\n{odd} <b>x\r\n\r\nstray\r\n\r\n";
    put(folder.path / "odd.srt", odd);
    CHECK(
        run({"convert", "odd.srt", "-o", "same.srt", "--quiet"}, {.folder = folder.path}).status ==
        0);
    CHECK(get(folder.path / "same.srt") == odd);
    CHECK(run({"convert", "-", "-t", "srt", "-o", "-"}, {.input = odd}).out == odd);
}

TEST_CASE("standard output without a format keeps that of the input", "[cli]") {
    CHECK(run({"convert", "-", "-o", "-", "--newline", "crlf"},
              {.input = "1\n00:00:01,000 --> 00:00:02,000\nx\n"})
              .out == "1\r\n00:00:01,000 --> 00:00:02,000\r\nx\r\n");
}

TEST_CASE("a nul becomes U+FFFD in ass and the loss names its line", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.srt",
        std::string_view("1\n00:00:01,000 --> 00:00:02,000\nfront\0back\n", 42));
    const Ran ran = run({"convert", "a.srt", "-o", "a.ass"}, {.folder = folder.path});
    CHECK(ran.status == 0);
    CHECK(ran.err.find("a.srt:1: warning: text is approximated once, first in cue 1 [loss.text]") !=
          std::string::npos);
    CHECK(get(folder.path / "a.ass").find("front\uFFFDback") != std::string::npos);
}

TEST_CASE("a file without a cue is not converted into an empty one", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", "only words\n");
    const Ran ran = run({"convert", "a.srt", "-o", "a.ass"}, {.folder = folder.path});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("[convert.no-cues]") != std::string::npos);
    CHECK_FALSE(fs::exists(folder.path / "a.ass"));
}

TEST_CASE("a report can go to standard output", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", someSrt());
    CHECK(run({"convert", "a.srt", "-o", "b.srt", "--report", "text", "--report-file", "-"},
              {.folder = folder.path})
              .out == "a.srt: nothing is lost\n");
    CHECK(run({"convert", "a.srt", "-o", "-", "--report", "text", "--report-file", "-"},
              {.folder = folder.path})
              .status == 2);
}

TEST_CASE("standard input and output take part in pipes", "[cli]") {
    const Ran ran = run({"convert", "-", "-t", "ass", "-o", "-"}, {.input = someSrt()});
    CHECK(ran.status == 0);
    CHECK(ran.out.find("Dialogue: ") != std::string::npos);
}

TEST_CASE("an existing file is replaced only when that is asked for", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", someSrt());
    put(folder.path / "a.ass", "mine");
    const Ran refused = run({"convert", "a.srt", "-o", "a.ass"}, {.folder = folder.path});
    CHECK(refused.status == 2);
    CHECK(
        refused.err.find(
            "a.srt: error: cannot write a.ass: there is a file of that name; --overwrite replaces it [io.exists]") ==
        0);
    CHECK(get(folder.path / "a.ass") == "mine");
    CHECK(run({"convert", "a.srt", "-o", "a.ass", "--overwrite"}, {.folder = folder.path}).status ==
          0);
    CHECK(get(folder.path / "a.ass") != "mine");
}

TEST_CASE("line ends, byte order mark and encoding are as asked for", "[cli]") {
    const std::string text = "1\n00:00:01,000 --> 00:00:02,000\nsmørbrød\n";
    const auto converted = [&](std::vector<std::string> options) {
        options.insert(options.begin(), {"convert", "-", "-t", "srt", "-o", "-"});
        return run(options, {.input = text}).out;
    };
    CHECK(converted({"--newline", "crlf"}).find("1\r\n00:00:01,000") == 0);
    CHECK(converted({"--bom", "yes"}) == "\xEF\xBB\xBF" + text);
    CHECK(converted({"--out-encoding", "windows-1252"})
              .find("sm\xF8rbr\xF8"
                    "d") != std::string::npos);
    const Ran latin = run({"convert",
                           "-",
                           "-t",
                           "srt",
                           "-o",
                           "-",
                           "--encoding",
                           "windows-1252",
                           "--out-encoding",
                           "UTF-8"},
                          {.input = "1\n00:00:01,000 --> 00:00:02,000\nsm\xF8r\n"});
    CHECK(latin.out.find("smør") != std::string::npos);
}

TEST_CASE("text that an encoding cannot hold is refused and nothing is written", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "km.srt", someSrt());
    const Ran ran = run({"convert", "km.srt", "-o", "km2.srt", "--out-encoding", "windows-1252"},
                        {.folder = folder.path});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("km.srt:7:1: error: ") == 0);
    CHECK(ran.err.find(" in cue 2; nothing was written [charset.unrepresentable]") !=
          std::string::npos);
    CHECK_FALSE(fs::exists(folder.path / "km2.srt"));
}

TEST_CASE("edges are put on frames by rate and by timecode file", "[cli]") {
    const testing::Folder folder;
    const std::string text = "1\n00:00:01,000 --> 00:00:02,000\nx\n";
    put(folder.path / "t.txt", "# timecode format v2\n0\n500\n1000\n1500\n2000\n2500\n");
    const auto converted = [&](std::vector<std::string> options) {
        options.insert(options.begin(), {"convert", "-", "-t", "srt", "-o", "-"});
        return run(options, {.input = text, .folder = folder.path}).out;
    };
    CHECK(converted({"--fps", "25"}) == "1\n00:00:00,980 --> 00:00:01,980\nx\n");
    CHECK(converted({"--fps", "25", "--rounding", "frame"}) ==
          "1\n00:00:00,980 --> 00:00:01,980\nx\n");
    CHECK(converted({"--fps", "23.976", "--rounding", "frame-nearest"}) ==
          "1\n00:00:00,980 --> 00:00:01,981\nx\n");
    CHECK(converted({"--timecodes", "t.txt"}) == "1\n00:00:00,750 --> 00:00:01,750\nx\n");
    CHECK(converted({"--fps", "25", "--rounding", "nearest"}) == text);
}

namespace {

const std::string kKaraoke =
    "[Script Info]\nScriptType: v4.00+\n\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
    "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\k30}la{\\k30}la\n";

}  // namespace

TEST_CASE("losses are told and fail the run only when that is asked for", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.ass", kKaraoke);
    const Ran told = run({"convert", "a.ass", "-o", "a.srt"}, {.folder = folder.path});
    CHECK(told.status == 0);
    CHECK(told.err.find("a.ass:6: warning: karaoke is dropped") != std::string::npos);
    CHECK(told.err.find("[loss.karaoke]") != std::string::npos);
    CHECK(run({"convert", "a.ass", "-o", "b.srt", "--fail-on", "dropped"}, {.folder = folder.path})
              .status == 1);
    CHECK(fs::exists(folder.path / "b.srt"));
    CHECK(run({"convert", "a.ass", "-o", "c.srt", "--fail-on", "approximated", "--quiet"},
              {.folder = folder.path})
              .status == 1);
    CHECK(run({"convert", "a.ass", "-o", "d.ass", "--fail-on", "dropped"}, {.folder = folder.path})
              .status == 0);
}

TEST_CASE("a report goes to standard error or into its file", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.ass", kKaraoke);
    const Ran text =
        run({"convert", "a.ass", "-o", "a.srt", "--report", "text"}, {.folder = folder.path});
    CHECK(text.err.find("a.ass: karaoke is dropped") != std::string::npos);
    CHECK(text.err.find("    cues: 1\n") != std::string::npos);
    const Ran file =
        run({"convert", "a.ass", "-o", "b.srt", "--report", "json", "--report-file", "r.json"},
            {.folder = folder.path});
    CHECK(file.status == 0);
    const json report = json::parse(get(folder.path / "r.json"));
    CHECK(report["losses"][0]["count"].is_number());
    const Ran again =
        run({"convert", "a.ass", "-o", "c.srt", "--report", "json", "--report-file", "r.json"},
            {.folder = folder.path});
    CHECK(again.status == 2);
    CHECK_FALSE(fs::exists(folder.path / "c.srt"));
}

TEST_CASE("remarks name file and line and code", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "back.srt", "1\n00:00:02,000 --> 00:00:01,000\nx\n");
    const Ran ran = run({"convert", "back.srt", "-o", "back.ass"}, {.folder = folder.path});
    CHECK(ran.status == 0);
    CHECK(ran.err.find("back.srt:2:") == 0);
    CHECK(ran.err.find(": warning: ") != std::string::npos);
    CHECK(run({"convert", "back.srt", "-o", "quiet.ass", "--quiet"}, {.folder = folder.path})
              .err.empty());
    const Ran verbose =
        run({"convert", "back.srt", "-o", "loud.ass", "--verbose"}, {.folder = folder.path});
    CHECK(verbose.err.find("back.srt -> loud.ass: 1 cue\n") != std::string::npos);
}

TEST_CASE("the JSON of a conversion is one object", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", someSrt());
    const json told = json::parse(
        run({"convert", "a.srt", "-o", "a.ass", "--json"}, {.folder = folder.path}).out);
    CHECK(told["output"] == "a.ass");
    CHECK(told["cues"] == 2);
}

TEST_CASE("an ending that is kept keeps the format too", "[cli]") {
    const testing::Folder folder;
    const testing::RunOptions here{.folder = folder.path};
    put(folder.path / "in.txt", someSrt());
    CHECK(run({"convert", "in.txt", "-o", "x.txt"}, here).status == 0);
    CHECK(get(folder.path / "x.txt") == someSrt());
    CHECK(run({"convert", "in.txt", "-o", "x.doc"}, here).status == 2);
}

TEST_CASE("frames of MicroDVD are as long as is told or asked for", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.sub", "{25}{49}Where is|the boat?\n");
    const Ran guessed = run({"convert", "a.sub", "-o", "a.srt"}, {.folder = folder.path});
    CHECK(guessed.status == 2);
    CHECK(guessed.err.find("--fps says the rate [microdvd.no-rate]") != std::string::npos);
    CHECK_FALSE(fs::exists(folder.path / "a.srt"));
    CHECK(run({"convert", "a.sub", "-o", "same.sub", "-q"}, {.folder = folder.path}).status == 0);
    CHECK(get(folder.path / "same.sub") == get(folder.path / "a.sub"));
    CHECK(run({"convert", "a.sub", "--fps", "25", "--rounding", "nearest", "-o", "a.srt"},
              {.folder = folder.path})
              .status == 0);
    CHECK(get(folder.path / "a.srt") == "1\n00:00:01,000 --> 00:00:02,000\nWhere is\nthe boat?\n");
    // As frames are put elsewhere: halfway before the first, and behind the last.
    CHECK(run({"convert", "a.sub", "--fps", "25", "-o", "-", "-t", "srt"}, {.folder = folder.path})
              .out == "1\n00:00:00,980 --> 00:00:01,980\nWhere is\nthe boat?\n");
    CHECK(run({"convert", "a.srt", "-o", "-", "-t", "microdvd"}, {.folder = folder.path}).status ==
          2);
    CHECK(run({"convert", "a.srt", "--fps", "25", "-o", "-", "-t", "microdvd"},
              {.folder = folder.path})
              .out == "{1}{1}25\n{25}{49}Where is|the boat?\n");
}

TEST_CASE("a cinema file counts the frames that are told, on cinema rates alone", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", "1\n00:00:01,000 --> 00:00:02,500\nWhere is the boat?\n");
    const auto converted = [&](std::vector<std::string> more) {
        std::vector<std::string> arguments = {"convert", "a.srt", "-t", "dcdm", "-o", "a.xml"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run(arguments, {.folder = folder.path});
    };
    CHECK(converted({}).err.find("--fps 24") != std::string::npos);
    const Ran slow = converted({"--fps", "23.976"});
    CHECK(slow.status == 2);
    CHECK(slow.err.find("--to-fps 24") != std::string::npos);
    CHECK_FALSE(fs::exists(folder.path / "a.xml"));
    CHECK(converted({"--fps", "24"}).status == 0);
    CHECK(get(folder.path / "a.xml").find("TimeIn=\"00:00:01:00\" TimeOut=\"00:00:02:12\"") !=
          std::string::npos);
    CHECK(run({"convert", "a.xml", "-o", "b.srt"}, {.folder = folder.path}).status == 0);
    CHECK(get(folder.path / "b.srt") == get(folder.path / "a.srt"));
}

TEST_CASE("a bilingual file becomes source and target of a translation file", "[cli]") {
    const testing::Folder folder;
    const std::string both =
        "1\n00:00:01,000 --> 00:00:02,500\nនៅ​ឯណា?\n<i>Where</i> is it?\n";
    put(folder.path / "a.srt", both);
    CHECK(run({"convert", "a.srt", "-o", "a.xlf", "--target-language", "en", "--language", "km"},
              {.folder = folder.path})
              .status == 0);
    const std::string text = get(folder.path / "a.xlf");
    CHECK(text.find("srcLang=\"km\" trgLang=\"en\"") != std::string::npos);
    const Ran english = run({"convert", "a.xlf", "-t", "srt", "-o", "-"}, {.folder = folder.path});
    CHECK(english.out == "1\n00:00:01,000 --> 00:00:02,500\n<i>Where</i> is it?\n");
    const Ran khmer = run({"convert", "a.xlf", "-t", "srt", "-o", "-", "--language", "km"},
                          {.folder = folder.path});
    CHECK(khmer.out == "1\n00:00:01,000 --> 00:00:02,500\nនៅ​ឯណា?\n");
    // The text that does not go along is told.
    CHECK(english.err.find("a.xlf:4: warning: other-language is dropped once, first in cue 1") !=
          std::string::npos);
    CHECK(run({"convert", "a.xlf", "-o", "b.srt", "--fail-on", "dropped"}, {.folder = folder.path})
              .status == 1);
}

TEST_CASE("what is not translated is a warning and a loss with its cues", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.xlf",
        "<xliff version=\"2.1\" srcLang=\"en\" trgLang=\"km\" "
        "xmlns=\"urn:oasis:names:tc:xliff:document:2.0\"><file id=\"f\">\n"
        "<unit id=\"1\"><segment><source>One</source><target>មួយ</target></segment></unit>\n"
        "<unit id=\"2\"><segment><source>Two</source></segment></unit>\n"
        "<unit id=\"3\"><segment><source>Three</source></segment></unit>\n</file></xliff>\n");
    const Ran ran = run({"convert", "a.xlf", "-o", "a.srt"}, {.folder = folder.path});
    CHECK(ran.status == 0);
    CHECK(ran.err.find("a.xlf:3: warning: a unit has no text in the target language") !=
          std::string::npos);
    CHECK(ran.err.find("a.xlf:3: warning: translation is approximated twice, first in cue 2 "
                       "[loss.translation]") != std::string::npos);
    const Ran limited =
        run({"convert", "a.xlf", "-o", "b.srt", "--fail-on", "approximated", "--report", "text"},
            {.folder = folder.path});
    CHECK(limited.status == 1);
    CHECK(limited.err.find("translation is approximated twice\n    cues: 2, 3\n"
                           "    first: no text in km\n    written instead: Two\n") !=
          std::string::npos);
}

TEST_CASE("a bilingual file becomes a table with a column for each language", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.srt",
        "1\n00:00:01,000 --> 00:00:02,500\nនៅ​ឯណា?\nWhere is it?\n\n"
        "2\n00:00:03,000 --> 00:00:04,000\nNo.\n");
    const Ran table = run({"convert", "a.srt", "-t", "csv", "-o", "-", "--target-language", "km"},
                          {.folder = folder.path});
    CHECK(table.status == 0);
    CHECK(
        table.out ==
        "id,start,end,text km,text en\n1,00:00:01.000,00:00:02.500,នៅ​ឯណា?,Where is it?\n"
        "2,00:00:03.000,00:00:04.000,,No.\n");
}
