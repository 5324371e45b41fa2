// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <nlohmann/json.hpp>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

using nlohmann::json;
using testing::get;
using testing::put;
using testing::Ran;
using testing::run;
using testing::someSrt;
namespace fs = std::filesystem;

namespace {

/// 30 files, every third with an end before its start, every tenth unreadable as a subtitle file.
void putCatalogue(const fs::path& folder) {
    for (int i = 0; i < 30; ++i) {
        std::string name = "film ខ្មែរ " + std::to_string(100 + i) + ".srt";
        if (i % 10 == 7)
            put(folder / name, "");
        else if (i % 3 == 0)
            put(folder / name, "1\n00:00:02,000 --> 00:00:01,000\nx\n");
        else
            put(folder / name, someSrt(i == 1 ? 3000 : 2));
    }
}

std::vector<std::string> filesIn(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            names.push_back(entry.path().lexically_relative(folder).string());
    std::sort(names.begin(), names.end());
    return names;
}

/// What proc(5) says of a program under `field`; empty where it says nothing.
std::string statusOf(int pid, const std::string& field) {
    std::ifstream status("/proc/" + std::to_string(pid) + "/status");
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(field + ":\t")) return line.substr(field.size() + 2);
    return {};
}

/// Waits up to twenty seconds until `subs` has taken SIGINT into its hands: a slow start is not
/// what a signal tests. `field`: "SigBlk" once a batch watches for it, "SigCgt" before. Until it
/// has its own name it is still a copy of the test.
void awaitHandlingOfInterrupt(int pid, const std::string& field) {
    constexpr unsigned long kInterrupt = 1UL << (SIGINT - 1);
    for (int tries = 0; tries < 4000; ++tries) {
        const std::string mask = statusOf(pid, field);
        if (!mask.empty() && (std::stoul(mask, nullptr, 16) & kInterrupt) != 0 &&
            statusOf(pid, "Name") == "subs")
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

}  // namespace

TEST_CASE("messages and results of a batch do not depend on the number of threads", "[cli]") {
    const testing::Folder folder;
    putCatalogue(folder.path / "in");
    const auto convert = [&](const std::string& threads, const std::string& out) {
        return run({"convert",
                    "--recursive",
                    "in",
                    "-t",
                    "ass",
                    "--out-dir",
                    out,
                    "-j",
                    threads,
                    "--json"},
                   {.folder = folder.path});
    };
    const Ran one = convert("1", "out1");
    const Ran two = convert("2", "out2");
    CHECK(one.status == 2);
    CHECK(two.status == 2);
    CHECK(one.err == two.err);
    const auto withoutFolder = [](std::string text) {
        for (std::size_t at = text.find("out2/"); at != std::string::npos; at = text.find("out2/"))
            text.replace(at, 5, "out1/");
        return text;
    };
    CHECK(withoutFolder(two.out) == one.out);
    CHECK(std::count(one.out.begin(), one.out.end(), '\n') == 30);
    CHECK(filesIn(folder.path / "out1").size() == 27);
    CHECK(filesIn(folder.path / "out1") == filesIn(folder.path / "out2"));
}

TEST_CASE("a recursive output mirrors the tree", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "in/a/x.srt", someSrt());
    put(folder.path / "in/b/deep/x.ssa",
        "[Script Info]\nScriptType: v4.00\n\n[Events]\nFormat: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\nDialogue: Marked=0,0:00:01.00,0:00:02.00,Default,,0,0,0,,x\n");
    put(folder.path / "in/b/notes.txt", "no");
    CHECK(run({"convert", "--recursive", "in", "-t", "ass", "--out-dir", "out"},
              {.folder = folder.path})
              .status == 0);
    CHECK(filesIn(folder.path / "out") == std::vector<std::string>{"a/x.ass", "b/deep/x.ass"});
}

TEST_CASE("two inputs with one output are refused before anything is written", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a/x.srt", someSrt());
    put(folder.path / "b/x.srt", someSrt());
    put(folder.path / "b/y.srt", someSrt());
    const Ran ran = run({"convert", "--recursive", "a", "b", "-t", "ass", "--out-dir", "out"},
                        {.folder = folder.path});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("a/x.srt and b/x.srt would both be written to out/x.ass") !=
          std::string::npos);
    CHECK_FALSE(fs::exists(folder.path / "out"));
}

TEST_CASE("shards and lists share out a catalogue", "[cli]") {
    const testing::Folder folder;
    std::string list;
    for (const char* name : {"d.srt", "a.srt", "c b.srt"}) {
        put(folder.path / name, someSrt());
        list += std::string(name) + "\n";
    }
    put(folder.path / "list", list);
    CHECK(run({"convert", "@list", "-t", "ass", "--out-dir", "one", "--shard", "1/2"},
              {.folder = folder.path})
              .status == 0);
    CHECK(run({"convert", "@list", "-t", "ass", "--out-dir", "two", "--shard", "2/2"},
              {.folder = folder.path})
              .status == 0);
    CHECK(filesIn(folder.path / "one") == std::vector<std::string>{"a.ass", "d.ass"});
    CHECK(filesIn(folder.path / "two") == std::vector<std::string>{"c b.ass"});
}

TEST_CASE("names of a list keep their folders below that of the outputs", "[cli]") {
    const testing::Folder folder;
    for (const char* name : {"in/a/x.srt", "in/b/x.srt", "in/y.srt"})
        put(folder.path / name, someSrt());
    put(folder.path / "list", "in/a/x.srt\nin/b/x.srt\n./in/y.srt\n");
    CHECK(run({"convert", "@list", "-t", "ass", "--out-dir", "out"}, {.folder = folder.path})
              .status == 0);
    for (const char* name : {"out/in/a/x.ass", "out/in/b/x.ass", "out/in/y.ass"}) {
        INFO(name);
        CHECK(fs::exists(folder.path / name));
    }
}

TEST_CASE("a run with --update passes over inputs whose output is no older", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "in/old.srt", someSrt());
    put(folder.path / "in/new.srt", someSrt());
    const auto convert = [&](std::vector<std::string> options) {
        options.insert(options.begin(),
                       {"convert", "--recursive", "in", "-t", "ass", "--out-dir", "out", "--json"});
        return run(options, {.folder = folder.path});
    };
    const auto setTime = [&](const char* name, int minutes) {
        fs::last_write_time(folder.path / name,
                            fs::file_time_type::clock::now() + std::chrono::minutes(minutes));
    };
    CHECK(convert({"--update"}).status == 0);
    const Ran second = convert({"--update", "-v"});
    CHECK(second.status == 0);
    CHECK(second.out.empty());
    CHECK(second.err == "2 outputs up to date\n");

    setTime("in/new.srt", 5);
    CHECK(convert({"--update"}).status == 2);  // An older output is still not replaced unasked.
    const Ran third = convert({"--update", "--overwrite"});
    CHECK(third.status == 0);
    CHECK(std::count(third.out.begin(), third.out.end(), '\n') == 1);
    CHECK(json::parse(third.out)["input"] == "in/new.srt");

    setTime("out/new.ass", 5);
    setTime("in/new.srt", 4);
    put(folder.path / "in/more.srt", someSrt());
    CHECK(json::parse(convert({"--update"}).out)["input"] == "in/more.srt");
    CHECK(convert({"no-such.srt", "--update"}).status == 2);
    const Ran printed =
        run({"convert", "in/old.srt", "-t", "ass", "-o", "-", "--update"}, {.folder = folder.path});
    CHECK(printed.out.starts_with("[Script Info]"));
}

TEST_CASE("a folder without --recursive is an error and the other files are done", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "in/x.srt", someSrt());
    put(folder.path / "y.srt", someSrt());
    const Ran ran =
        run({"convert", "in", "y.srt", "-t", "ass", "--out-dir", "out"}, {.folder = folder.path});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("in: error: in is a folder; --recursive") == 0);
    CHECK(filesIn(folder.path / "out") == std::vector<std::string>{"y.ass"});
}

TEST_CASE("Ctrl-C or SIGTERM in a batch keeps finished files and leaves no half ones", "[cli]") {
    const int signal = GENERATE(SIGINT, SIGTERM);
    const testing::Folder folder;
    const std::string text = someSrt(3000);
    for (int i = 0; i < 400; ++i)
        put(folder.path / "in" / (std::to_string(1000 + i) + ".srt"), text);
    const auto interrupt = [&](int pid) {
        for (int tries = 0; tries < 2000 && !fs::exists(folder.path / "out" / "1002.ass"); ++tries)
            std::this_thread::sleep_for(std::chrono::milliseconds(2));
        ::kill(pid, signal);
    };
    const Ran ran =
        run({"convert", "--recursive", "in", "-t", "ass", "--out-dir", "out", "-j", "2"},
            {.folder = folder.path, .whileRunning = interrupt});
    CHECK(ran.status == 130);
    CHECK(ran.err.find("subs convert: error: stopped; ") != std::string::npos);
    CHECK(ran.err.find(" of 400 files done [cli.stopped]") != std::string::npos);
    const auto files = filesIn(folder.path / "out");
    CHECK(files.size() >= 3);
    CHECK(files.size() < 400);
    const auto whole = fs::file_size(folder.path / "out" / files.front());
    for (const std::string& name : files) {
        CHECK(name.ends_with(".ass"));
        CHECK(fs::file_size(folder.path / "out" / name) == whole);
    }
}

TEST_CASE("Ctrl-C while files are described says how many are done", "[cli]") {
    const testing::Folder folder;
    const std::string text = someSrt(3000);
    for (int i = 0; i < 400; ++i)
        put(folder.path / "in" / (std::to_string(1000 + i) + ".srt"), text);
    const auto interrupt = [](int pid) {
        awaitHandlingOfInterrupt(pid, "SigBlk");
        ::kill(pid, SIGINT);
    };
    const Ran ran = run({"info", "--recursive", "in", "-j", "1"},
                        {.folder = folder.path, .whileRunning = interrupt});
    CHECK(ran.status == 130);
    CHECK(ran.err.find("subs info: error: stopped; ") == 0);
    CHECK(ran.err.find(" of 400 files done [cli.stopped]") != std::string::npos);
}

TEST_CASE("a list that names no file is an error that names the list", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "list", "\n");
    for (const std::string command : {"convert", "qc", "info"}) {
        INFO(command);
        std::vector<std::string> arguments = {command, "@list"};
        if (command == "convert") arguments.insert(arguments.end(), {"--out-dir", "out"});
        const Ran ran = run(arguments, {.folder = folder.path});
        CHECK(ran.status == 2);
        CHECK(ran.err == "list: error: the list list names no file [input.empty-list]\n");
    }
}

TEST_CASE("Ctrl-C while standard input is awaited ends at once with 130", "[cli]") {
    const auto interrupt = [](int pid) {
        awaitHandlingOfInterrupt(pid, "SigCgt");
        ::kill(pid, SIGINT);
    };
    // A pipe that nobody writes to stands for a person at a terminal.
    int ends[2] = {-1, -1};
    REQUIRE(::pipe(ends) == 0);
    const Ran ran =
        run({"words"}, {.inChild = [&] { ::dup2(ends[0], 0); }, .whileRunning = interrupt});
    ::close(ends[0]);
    ::close(ends[1]);
    CHECK(ran.status == 130);
}
