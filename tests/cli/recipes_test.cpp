// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

using nlohmann::json;
using testing::get;
using testing::put;
using testing::Ran;
using testing::someSrt;
namespace fs = std::filesystem;

namespace {

/// Runs a command of bash in `folder` with subs and the recipes in its PATH.
Ran shell(const std::string& command,
          const fs::path& folder,
          std::map<std::string, std::string> environment = {},
          const std::string& input = {}) {
    const std::string recipes = SUBS_SOURCE_DIR "/app/cli/recipes";
    const std::string program = fs::path(SUBS_PROGRAM).parent_path().string();
    environment["PATH"] = recipes + ":" + program + ":" + std::getenv("PATH");
    return testing::run({"-c", command},
                        {.input = input,
                         .folder = folder,
                         .environment = std::move(environment),
                         .program = "/bin/bash"});
}

std::set<std::string> filesIn(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) names.insert(entry.path().lexically_relative(folder).string());
    return names;
}

std::vector<json> linesOf(const std::string& text) {
    std::vector<json> values;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);)
        values.push_back(json::parse(line));
    return values;
}

/// Files of three formats and what is none, one of them with a drawing.
void putMixed(const fs::path& folder) {
    put(folder / "a/one film.srt", someSrt());
    put(folder / "a/ពីរ.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\nវានៅទីនេះ\n");
    put(folder / "b/three.ass",
        "[Script Info]\nPlayResX: 640\nPlayResY: 480\n\n[Events]\nFormat: Start, End, Text\n"
        "Dialogue: 0:00:01.00,0:00:02.00,{\\p1}m 0 0 l 9 9{\\p0}sign\n");
    put(folder / "b/picture.srt", std::string("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\0", 20));
}

void putCatalogue(const fs::path& folder, int files) {
    for (int i = 0; i < files; ++i)
        put(folder / std::to_string(i % 3) / ("film " + std::to_string(i) + ".srt"), someSrt());
}

}  // namespace

TEST_CASE("a night's job converts a folder of mixed files with a report, and goes on",
          "[cli][recipes]") {
    const testing::Folder folder;
    putMixed(folder.path / "in");
    const Ran first = shell("night-job in out ass vtt srt", folder.path);
    CHECK(first.status == 2);
    CHECK(get(folder.path / "out/report.tsv") ==
          "format\tstatus\tfiles\tfailed\twith losses\tnot begun\n"
          "ass\t2\t4\t1\t0\t\n"
          "vtt\t2\t4\t1\t1\t\n"
          "srt\t2\t4\t1\t1\t\n");
    CHECK(filesIn(folder.path / "out/ass") ==
          std::set<std::string>{"a/one film.ass", "a/ពីរ.ass", "b/three.ass"});
    CHECK(filesIn(folder.path / "out/vtt").size() == 3);
    CHECK(get(folder.path / "out/srt.log").find("in/b/picture.srt: error: ") != std::string::npos);
    const std::vector<json> told = linesOf(get(folder.path / "out/srt.jsonl"));
    REQUIRE(told.size() == 4);
    CHECK(told[2]["input"] == "in/b/picture.srt");
    CHECK(told[2]["error"]["code"] == "format.binary");

    const auto before = fs::last_write_time(folder.path / "out/ass/b/three.ass");
    put(folder.path / "in/b/picture.srt", someSrt());
    const Ran second = shell("night-job in out ass vtt srt", folder.path);
    // The report is of all files, also of those that were done before.
    CHECK(second.status == 1);
    CHECK(get(folder.path / "out/report.tsv") ==
          "format\tstatus\tfiles\tfailed\twith losses\tnot begun\n"
          "ass\t0\t4\t0\t0\t\n"
          "vtt\t1\t4\t0\t1\t\n"
          "srt\t1\t4\t0\t1\t\n");
    CHECK(filesIn(folder.path / "out/srt").size() == 4);
    CHECK(fs::last_write_time(folder.path / "out/ass/b/three.ass") == before);

    put(folder.path / "in/b/three.ass", get(folder.path / "in/b/three.ass") + "; edited\n");
    CHECK(shell("night-job in out srt", folder.path).status == 1);
    CHECK(get(folder.path / "out/report.tsv") ==
          "format\tstatus\tfiles\tfailed\twith losses\tnot begun\nsrt\t1\t4\t0\t1\t\n");

    // What is taken out of the catalogue is no longer told of.
    fs::remove(folder.path / "in/b/three.ass");
    CHECK(shell("night-job in out srt", folder.path).status == 0);
    CHECK(get(folder.path / "out/report.tsv") ==
          "format\tstatus\tfiles\tfailed\twith losses\tnot begun\nsrt\t0\t3\t0\t0\t\n");
}

TEST_CASE("a night's job tells why it was not begun", "[cli][recipes]") {
    const testing::Folder folder;
    putMixed(folder.path / "in");
    put(folder.path / "in/b/three.srt", someSrt());
    CHECK(shell("night-job in out vtt", folder.path).status == 2);
    CHECK(get(folder.path / "out/report.tsv") ==
          "format\tstatus\tfiles\tfailed\twith losses\tnot begun\nvtt\t2\t0\t0\t0\t"
          "in/b/three.ass and in/b/three.srt would both be written to out/vtt/b/three.vtt; nothing "
          "was written [output.collision]\n");
}

TEST_CASE("a night's job does not read what it writes", "[cli][recipes]") {
    const testing::Folder folder;
    putMixed(folder.path / "in");
    const auto before = filesIn(folder.path);
    const Ran ran = shell("night-job in in/out srt", folder.path);
    CHECK(ran.status == 2);
    CHECK(ran.err ==
          "night-job: in/out is in in, and what is written would be read by the next run; "
          "nothing was done\n");
    CHECK(filesIn(folder.path) == before);
    CHECK(shell("night-job in in srt", folder.path).status == 2);
    const Ran missing = shell("night-job nowhere elsewhere srt", folder.path);
    CHECK(missing.status == 2);
    CHECK(missing.err == "night-job: there is no folder nowhere; nothing was done\n");
    CHECK(filesIn(folder.path) == before);
    CHECK(shell("night-job in inside srt", folder.path).status == 2);  // a file is no subtitles
    CHECK(fs::exists(folder.path / "inside/report.tsv"));
}

TEST_CASE("runs side by side share a catalogue out", "[cli][recipes]") {
    if (shell("command -v parallel", {}).status != 0) return;
    const testing::Folder folder;
    putCatalogue(folder.path / "in", 10);
    const std::string home = folder.path.string();
    CHECK(shell("shards in ass out 4", folder.path, {{"HOME", home}}).status == 0);
    CHECK(filesIn(folder.path / "out").size() == 10);
    CHECK(fs::exists(folder.path / "out/2/film 5.ass"));
    for (const char* const name : {"one.srt", "two.srt", "three.srt"})
        put(folder.path / "broken" / name, "\x01\x02\x03");
    CHECK(shell("shards broken ass out2 3", folder.path, {{"HOME", home}}).status == 2);
    const Ran byFile = shell("find in -name '*.srt' | parallel subs convert {} -o {.}.vtt",
                             folder.path,
                             {{"HOME", home}});
    CHECK(byFile.status == 0);
    CHECK(filesIn(folder.path / "in").size() == 20);
}

TEST_CASE("the tasks of an array of Slurm share a catalogue out", "[cli][recipes]") {
    const testing::Folder folder;
    putCatalogue(folder.path / "in", 10);
    std::size_t told = 0;
    for (int task = 1; task <= 4; ++task) {
        const std::map<std::string, std::string> slurm = {
            {"SLURM_ARRAY_TASK_ID", std::to_string(task)},
            {"SLURM_ARRAY_TASK_COUNT", "4"},
            {"SLURM_CPUS_PER_TASK", "2"}};
        const Ran ran = shell("slurm-array in ass out", folder.path, slurm);
        CHECK(ran.status == 0);
        told += linesOf(ran.out).size();
        CHECK(shell("slurm-array in ass out", folder.path, slurm).out.empty());
    }
    CHECK(told == 10);
    CHECK(filesIn(folder.path / "out").size() == 10);
}

TEST_CASE("a pipe of Spark's gets a line for each name", "[cli][recipes]") {
    const testing::Folder folder;
    putMixed(folder.path / "in");
    const std::string names = "in/b/picture.srt\nin/a/one film.srt\nin/b/three.ass\n";
    const Ran ran = shell("spark-pipe ass out", folder.path, {}, names);
    CHECK(ran.status == 0);
    const std::vector<json> told = linesOf(ran.out);
    REQUIRE(told.size() == 3);
    CHECK(told[0]["error"].is_object());
    CHECK(told[1]["output"] == "out/in/a/one film.ass");
    CHECK(told[1]["error"].is_null());
    CHECK(shell("spark-pipe ass out", folder.path).status == 0);
    put(folder.path / "in/a/one film.vtt", someSrt());
    CHECK(shell("spark-pipe ass out", folder.path, {}, "in/a/one film.srt\nin/a/one film.vtt\n")
              .status == 1);
}

TEST_CASE("lines of text go through pipes part by part as they do at once", "[cli][recipes]") {
    const testing::Folder folder;
    const std::string one = "ខ្ញុំទៅផ្សារ\n\nWhere is it?\n";
    const std::string two = "វានៅឯណា\n";
    for (const std::string filter : {"subs normalize", "subs words --separator '|'"}) {
        INFO(filter);
        const std::string all = shell(filter, folder.path, {}, one + two).out;
        CHECK(std::count(all.begin(), all.end(), '\n') == 4);
        CHECK(shell(filter, folder.path, {}, one).out + shell(filter, folder.path, {}, two).out ==
              all);
    }
}
