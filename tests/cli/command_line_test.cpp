// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <string>
#include <utility>
#include <vector>

using testing::put;
using testing::Ran;
using testing::run;

TEST_CASE("each command has a help with an example", "[cli]") {
    const std::string help = run({"--help"}).out;
    for (const std::string command : {"convert",
                                      "info",
                                      "dump",
                                      "qc",
                                      "words",
                                      "breaks",
                                      "frames",
                                      "render",
                                      "peaks",
                                      "peaks",
                                      "formats",
                                      "profiles",
                                      "edit"}) {
        INFO(command);
        CHECK(help.find("\n  " + command) != std::string::npos);
        const Ran ran = run({command, "--help"});
        CHECK(ran.status == 0);
        CHECK(ran.out.find("Example:\n  ") != std::string::npos);
        CHECK(ran.out.find("subs " + command) != std::string::npos);
        CHECK(ran.err.empty());
    }
}

TEST_CASE("an unknown command or option names the nearest one", "[cli]") {
    const Ran command = run({"covnert", "a.srt"});
    CHECK(command.status == 2);
    CHECK(command.err.find("the nearest is convert") != std::string::npos);
    const Ran option = run({"convert", "a.srt", "--overwirte", "-o", "b.ass"});
    CHECK(option.status == 2);
    CHECK(option.err.find("there is no option --overwirte; the nearest is --overwrite") !=
          std::string::npos);
    const Ran general = run({"--versoin"});
    CHECK(general.status == 2);
    CHECK(general.err.find("--version") != std::string::npos);
    CHECK(run({"frames", "--fsp", "25"}).err.find("--fps") != std::string::npos);
}

TEST_CASE("help tells of one command or of all", "[cli]") {
    CHECK(run({"help"}).out == run({"--help"}).out);
    CHECK(run({"help", "--help"}).out == run({"--help"}).out);
    for (const std::string command : {"convert", "qc"}) {
        const Ran ran = run({"help", command});
        CHECK(ran.status == 0);
        CHECK(ran.out == run({command, "--help"}).out);
    }
    const Ran unknown = run({"help", "convret"});
    CHECK(unknown.status == 2);
    CHECK(unknown.out.empty());
    CHECK(unknown.err.find("the nearest is convert") != std::string::npos);
    CHECK(run({"help", "convert", "qc"}).status == 2);
}

TEST_CASE("the program without a command shows its help and fails", "[cli]") {
    const Ran ran = run({});
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err.find("Commands:") != std::string::npos);
    CHECK(run({"--version"}).out.find("subs ") == 0);
}

TEST_CASE("mistakes in the arguments are usage errors", "[cli]") {
    const std::vector<std::vector<std::string>> mistakes = {
        {"convert"},
        {"convert", "a.srt"},
        {"convert", "a.srt", "-o", "b.xyz"},
        {"convert", "a.srt", "-o", "b"},
        {"convert", "a.srt", "-t", "ast", "-o", "b.srt"},
        {"convert", "a.srt", "b.srt", "-o", "c.ass"},
        {"convert", "a.srt", "-o", "b.ass", "--out-dir", "d"},
        {"convert", "a.srt", "-o", "b.ass", "--rounding", "frame"},
        {"convert", "a.srt", "-o", "b.ass", "--rounding", "up", "--fps", "25"},
        {"convert", "a.srt", "-o", "b.ass", "--fps", "0"},
        {"convert", "a.srt", "-o", "b.ass", "--fps", "25", "--timecodes", "t.txt"},
        {"convert", "a.srt", "-o", "b.ass", "--encoding", "no-such"},
        {"convert", "a.srt", "-o", "b.ass", "--shard", "3/2"},
        {"convert", "a.srt", "-o", "b.ass", "-j", "0"},
        {"convert", "-t", "ass", "--json", "-o", "-", "a.srt"},
        {"convert", "-", "--out-dir", "d"},
        {"info"},
        {"dump"},
        {"dump", "a.srt", "b.srt"},
        {"frames"},
        {"frames", "--fps", "fast"},
        {"qc", "a.srt", "--fail-on", "sometimes"},
        {"qc", "a.srt", "--profile", "no-such"},
        {"words", "--engine", "magic"},
    };
    for (const auto& arguments : mistakes) {
        std::string line;
        for (const std::string& argument : arguments)
            line += argument + " ";
        INFO(line);
        const Ran ran = run(arguments);
        CHECK(ran.status == 2);
        CHECK(ran.out.empty());
        CHECK(ran.err.find("error: ") != std::string::npos);
    }
}

TEST_CASE("a mistyped format names the nearest one", "[cli]") {
    CHECK(run({"convert", "a.srt", "-t", "asss", "-o", "b"}).err.find("the nearest is ass") !=
          std::string::npos);
}

TEST_CASE("a name that is near none is told which there are", "[cli]") {
    const std::vector<std::pair<std::vector<std::string>, std::string>> mistakes = {
        {{"deliver", "a.srt"}, "; there are convert, shift, retime, pair, unpair, "},
        {{"--quick"}, "there is no option --quick; there are --help, --version"},
        {{"convert", "a.srt", "-o", "b.srt", "--magnify"}, "; there are "},
        {{"convert", "a.srt", "-o", "b.xyz"},
         "there is no format \".xyz\"; there are srt, ass, ssa"},
        {{"convert", "a.srt", "-t", "klingon", "-o", "b"}, "; there are srt, ass, ssa"},
        {{"convert", "a.srt", "-o", "b.srt", "--encoding", "klingon"},
         "there is no encoding named \"klingon\"; there are those that IANA lists, such as UTF-8"},
        {{"convert", "a.srt", "-o", "b.srt", "--newline", "klingon"}, "; there are keep, lf, crlf"},
        {{"qc", "a.srt", "--format", "klingon"}, "; there are text, json"},
        {{"qc", "a.srt", "--profile", "klingon"}, "the profiles are: "},
    };
    for (const auto& [arguments, names] : mistakes) {
        INFO(arguments.back());
        const Ran ran = run(arguments);
        CHECK(ran.status == 2);
        CHECK(ran.err.find(names) != std::string::npos);
    }
}

TEST_CASE("a mistyped value names the nearest one", "[cli]") {
    const std::vector<std::pair<std::vector<std::string>, std::string>> mistakes = {
        {{"convert", "a.srt", "-o", "b.srt", "--newline", "crfl"}, "crlf"},
        {{"convert", "a.srt", "-o", "b.srt", "--bom", "yse"}, "yes"},
        {{"convert", "a.srt", "-o", "b.srt", "--fps", "25", "--rounding", "frame-neares"},
         "frame-nearest"},
        {{"convert", "a.srt", "-o", "b.srt", "--fail-on", "droped"}, "dropped"},
        {{"convert", "a.srt", "-o", "b.srt", "--report", "txt"}, "text"},
        {{"convert", "a.srt", "-o", "b.srt", "--encoding", "windows-1253x"}, "windows-1253"},
        {{"convert", "a.srt", "-o", "b.srt", "--out-encoding", "UFT-8"}, "UTF-8"},
        {{"qc", "a.srt", "--format", "jsno"}, "json"},
        {{"qc", "a.srt", "--fail-on", "warnign"}, "warning"},
        {{"qc", "a.srt", "--profile", "house-kn"}, "house-km"},
        {{"frames", "--film", "x", "--origin", "fist-frame"}, "first-frame"},
        {{"breaks", "--engine", "ucu"}, "icu"},
    };
    for (const auto& [arguments, nearest] : mistakes) {
        INFO(arguments.back());
        const Ran ran = run(arguments);
        CHECK(ran.status == 2);
        CHECK(ran.err.find("the nearest is " + nearest) != std::string::npos);
    }
}

TEST_CASE("a rate that is none names its option", "[cli]") {
    for (const std::string command : {"frames", "info"}) {
        const Ran ran = run({command, "--fps", "fast"});
        CHECK(ran.status == 2);
        CHECK(ran.err.find("--fps: \"fast\" is no") != std::string::npos);
    }
}

TEST_CASE("every command can be told to be quiet or to tell JSON", "[cli]") {
    for (const char* command : {"convert",
                                "info",
                                "dump",
                                "qc",
                                "words",
                                "breaks",
                                "frames",
                                "render",
                                "peaks",
                                "formats",
                                "profiles"}) {
        const std::string help = run({command, "--help"}).out;
        INFO(command);
        CHECK(help.find("--quiet") != std::string::npos);
        CHECK(help.find("--verbose") != std::string::npos);
        CHECK(help.find("--json") != std::string::npos);
    }
}

TEST_CASE("formats and profiles are listed for people and for programs", "[cli]") {
    const std::string formats = run({"formats"}).out;
    for (const char* const format : {"srt: SubRip", "ass: ", "ssa: ", "vtt: WebVTT"})
        CHECK(formats.find(format) != std::string::npos);
    CHECK(run({"formats", "--json"}).out.find("{\"formats\":[") == 0);
    CHECK(run({"profiles"}).out.find("house-km") != std::string::npos);
    CHECK(run({"profiles", "--json"}).out.find("{\"profiles\":[") == 0);
    const Ran none = run({"profiles"}, {.environment = {{"SUBS_SEEDS", "/nowhere"}}});
    CHECK(none.status == 2);
    CHECK(none.err.find("/nowhere") != std::string::npos);
}

TEST_CASE("behind the mark for it a name may begin with a dash", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "-dash.srt", testing::someSrt());
    const Ran ran = run({"info", "--", "-dash.srt"}, {.folder = folder.path});
    CHECK(ran.status == 0);
    CHECK(ran.out.find("-dash.srt\n  format: SubRip") == 0);
    CHECK(run({"info", "-dash.srt"}, {.folder = folder.path}).status == 2);
}
