// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"
#include "without_threads.h"

#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

using testing::get;
using testing::put;
using testing::Ran;
using testing::run;
using testing::RunOptions;
using testing::someSrt;
namespace fs = std::filesystem;

namespace {

constexpr unsigned kNobody = 65534;

/// Root may do anything, so permissions are tried as somebody else.
void becomeNobody() {
    if (::getuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) ::_exit(125);
}

/// Whether the program can be started by somebody else at all: the build may lie in a private
/// folder.
bool programIsPublic() {
    return run({"--version"}, {.inChild = becomeNobody}).status == 0;
}

}  // namespace

TEST_CASE("missing and empty and binary files are said to be so", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "empty.srt", "");
    put(folder.path / "binary.srt",
        std::string("\x7F"
                    "ELF\0\1\2\3\0\0\0\0\0\0\0\0",
                    16) +
            std::string(500, '\0'));
    put(folder.path / "fine.srt", someSrt());
    const Ran ran = run({"convert",
                         "missing.srt",
                         "empty.srt",
                         "binary.srt",
                         "fine.srt",
                         "-t",
                         "ass",
                         "--out-dir",
                         "out"},
                        {.folder = folder.path});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("missing.srt: error: ") == 0);
    CHECK(ran.err.find(
              "\nempty.srt:1: error: there is no cue in the file, and so nothing to convert") !=
          std::string::npos);
    CHECK(ran.err.find("\nbinary.srt: error: ") != std::string::npos);
    CHECK(fs::exists(folder.path / "out/fine.ass"));
    CHECK_FALSE(fs::exists(folder.path / "out/empty.ass"));
}

TEST_CASE("an empty file is one without cues and that is told", "[cli]") {
    const testing::Folder folder;
    const RunOptions here{.folder = folder.path};
    put(folder.path / "empty.srt", "");
    const std::string warning =
        "empty.srt:1: warning: the file is empty; opened without cues [format.empty]\n";
    const Ran info = run({"info", "empty.srt"}, here);
    CHECK(info.status == 0);
    CHECK(info.err == warning);
    CHECK(info.out.find("SubRip (srt), 0 %: by its name's ending") != std::string::npos);
    const Ran dump = run({"dump", "empty.srt"}, here);
    CHECK(dump.status == 0);
    CHECK(dump.out.find("\"cues\":[],\"diagnostics\":[{\"severity\":\"warning\",\"line\":1,"
                        "\"code\":\"format.empty\"") != std::string::npos);
    const Ran copy = run({"convert", "empty.srt", "-o", "copy.srt"}, here);
    CHECK(copy.status == 0);
    CHECK(copy.err == warning);
    CHECK(get(folder.path / "copy.srt").empty());
    const Ran other = run({"convert", "empty.srt", "-o", "other.ass"}, here);
    CHECK(other.status == 2);
    CHECK_FALSE(fs::exists(folder.path / "other.ass"));
    const std::string error =
        "empty.srt:1: error: the file is empty; opened without cues [format.empty]\n";
    const Ran qc = run({"qc", "--profile", "house-km", "--fail-on", "error", "empty.srt"}, here);
    CHECK(qc.status == 1);
    CHECK(qc.err == error);
    const Ran unasked = run({"qc", "--json", "empty.srt"}, here);
    CHECK(unasked.status == 1);
    CHECK(unasked.err == error);
    CHECK(unasked.out.find("\"profile\":null") != std::string::npos);
    CHECK(unasked.out.find("\"diagnostics\":[{\"severity\":\"error\",\"line\":1,"
                           "\"code\":\"format.empty\"") != std::string::npos);
    CHECK(run({"qc", "--profile", "house-km", "--fail-on", "never", "empty.srt"}, here).status ==
          0);
}

TEST_CASE("a report that could not be written is told before any work", "[cli]") {
    const testing::Folder folder;
    const RunOptions here{.folder = folder.path};
    put(folder.path / "a.srt", someSrt());
    put(folder.path / "old.txt", "old");
    for (const std::string report : {"none/report.txt", ".", "old.txt", "/dev/null"}) {
        INFO(report);
        for (const std::string command : {"convert", "qc"}) {
            std::vector<std::string> arguments = {command, "a.srt", "--report-file", report};
            if (command == "convert") arguments.insert(arguments.end(), {"-o", "out/b.ass"});
            const Ran ran = run(arguments, here);
            CHECK(ran.status == 2);
            CHECK(ran.err.find(report + ": error: cannot write " + report) == 0);
            CHECK_FALSE(fs::exists(folder.path / "out"));
        }
    }
    CHECK(get(folder.path / "old.txt") == "old");
}

TEST_CASE("nothing that is read or written is replaced by the report or an output", "[cli]") {
    const testing::Folder folder;
    const std::string text = someSrt();
    put(folder.path / "a.srt", text);
    put(folder.path / "in/b.srt", text);
    put(folder.path / "times", "# timecode format v2\n0\n40\n");
    put(folder.path / "list", "a.srt\n");
    put(folder.path / "own.toml", get(SUBS_SOURCE_DIR "/seeds/profiles/house-km.toml"));
    fs::create_symlink("a.srt", folder.path / "link");
    const std::vector<std::vector<std::string>> collisions = {
        {"qc", "a.srt", "--report-file", "a.srt"},
        {"qc", "a.srt", "--report-file", "link"},
        {"qc", "--recursive", "in", "--report-file", "in/b.srt"},
        {"qc", "@list", "--report-file", "list"},
        {"qc", "@list", "--report-file", "a.srt"},
        {"qc", "a.srt", "--timecodes", "times", "--report-file", "times"},
        {"qc", "a.srt", "--profile", "own.toml", "--report-file", "own.toml"},
        {"convert", "a.srt", "-o", "c.ass", "--report", "text", "--report-file", "a.srt"},
        {"convert", "a.srt", "-o", "c.ass", "--report", "text", "--report-file", "c.ass"},
        {"convert", "a.srt", "-t", "ass", "--timecodes", "times", "-o", "times"}};
    for (std::vector<std::string> arguments : collisions) {
        INFO(arguments.back());
        arguments.emplace_back("--overwrite");
        const Ran ran = run(arguments, {.folder = folder.path});
        CHECK(ran.status == 2);
        CHECK(ran.err.find("would be written over ") != std::string::npos);
        CHECK(ran.err.find("[output.collision]") != std::string::npos);
        CHECK_FALSE(fs::exists(folder.path / "c.ass"));
    }
    CHECK(get(folder.path / "a.srt") == text);
    CHECK(get(folder.path / "in/b.srt") == text);
    CHECK(get(folder.path / "times").find("# timecode") == 0);
    CHECK(get(folder.path / "list") == "a.srt\n");
}

TEST_CASE("a report that finds no room is an error at the end and leaves the old one", "[cli]") {
    const testing::Folder folder;
    std::string film;
    for (int i = 0; i < 200; ++i)
        film += "1\n00:00:02,000 --> 00:00:01,000\nx\n\n";
    put(folder.path / "a.srt", film);
    put(folder.path / "report", "old");
    const auto limit = [] {
        const rlimit small{4096, 4096};
        ::setrlimit(RLIMIT_FSIZE, &small);
    };
    const Ran ran =
        run({"qc", "--profile", "house-km", "a.srt", "--report-file", "report", "--overwrite"},
            {.folder = folder.path, .inChild = limit});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("report: error: cannot write report: ") != std::string::npos);
    CHECK(get(folder.path / "report") == "old");
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 2);
}

TEST_CASE("an unreadable file is named and the others are done", "[cli]") {
    if (!programIsPublic()) return;
    const testing::Folder folder;
    fs::permissions(folder.path, fs::perms::all);
    put(folder.path / "secret.srt", someSrt());
    put(folder.path / "open.srt", someSrt());
    fs::permissions(folder.path / "secret.srt", fs::perms::none);
    const Ran ran = run({"convert", "secret.srt", "open.srt", "-t", "ass", "--out-dir", "out"},
                        {.folder = folder.path, .inChild = becomeNobody});
    CHECK(ran.status == 2);
    CHECK(ran.err.find(
              "secret.srt: error: cannot read secret.srt: you are not allowed to [io.denied]") ==
          0);
    CHECK(fs::exists(folder.path / "out/open.ass"));
}

TEST_CASE("a program that can start no thread does its work alone", "[cli]") {
    if (!programIsPublic()) return;
    const testing::Folder folder;
    fs::permissions(folder.path, fs::perms::all);
    put(folder.path / "long.srt", someSrt(20000));
    put(folder.path / "short.srt", someSrt());
    const RunOptions alone{.folder = folder.path,
                           // which the leak sanitizer would need
                           .environment = {{"ASAN_OPTIONS", "detect_leaks=0"}},
                           .inChild = [] { testing::forbidThreads(); }};
    const Ran batch = run(
        {"convert", "long.srt", "short.srt", "-t", "ass", "--out-dir", "out", "-j", "2"}, alone);
    CHECK(batch.status == 0);
    CHECK(batch.err.empty());
    CHECK(fs::exists(folder.path / "out/short.ass"));
    CHECK(run({"convert", "long.srt", "-o", "one.ass"}, alone).status == 0);
    CHECK(get(folder.path / "one.ass") == get(folder.path / "out/long.ass"));
}

TEST_CASE("a read-only folder keeps its files and takes no new ones", "[cli]") {
    if (!programIsPublic()) return;
    const testing::Folder folder;
    put(folder.path / "out/a.ass", "old");
    put(folder.path / "a.srt", someSrt());
    fs::permissions(folder.path,
                    fs::perms::owner_all | fs::perms::others_read | fs::perms::others_exec);
    fs::permissions(folder.path / "out",
                    fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read |
                        fs::perms::others_exec);
    const RunOptions options{.folder = folder.path, .inChild = becomeNobody};
    const Ran replaced = run({"convert", "a.srt", "-o", "out/a.ass", "--overwrite"}, options);
    const Ran created = run({"convert", "a.srt", "-o", "out/b.ass"}, options);
    fs::permissions(folder.path / "out", fs::perms::all);
    CHECK(replaced.status == 2);
    CHECK(created.status == 2);
    CHECK(created.err.find("cannot write out/b.ass: you are not allowed to [io.denied]") !=
          std::string::npos);
    CHECK(get(folder.path / "out/a.ass") == "old");
    CHECK(std::distance(fs::directory_iterator(folder.path / "out"), fs::directory_iterator()) ==
          1);
}

TEST_CASE("a file that grows beyond what is allowed leaves the old one whole", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "big.srt", someSrt(5000));
    put(folder.path / "big.ass", "old");
    const auto limit = [] {
        const rlimit small{4096, 4096};
        ::setrlimit(RLIMIT_FSIZE, &small);
    };
    const Ran ran = run({"convert", "big.srt", "-o", "big.ass", "--overwrite"},
                        {.folder = folder.path, .inChild = limit});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("[io.full]") != std::string::npos);
    CHECK(get(folder.path / "big.ass") == "old");
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 2);
}

TEST_CASE("a full disk leaves the old file whole", "[cli]") {
    const testing::Folder folder;
    const fs::path disk = folder.path / "disk";
    fs::create_directory(disk);
    if (::getuid() != 0 || ::mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=64k") != 0) return;
    put(folder.path / "big.srt", someSrt(5000));
    put(disk / "big.ass", "old");
    const Ran ran =
        run({"convert", "big.srt", "-o", "disk/big.ass", "--overwrite"}, {.folder = folder.path});
    const std::string left = get(disk / "big.ass");
    const auto files = std::distance(fs::directory_iterator(disk), fs::directory_iterator());
    ::umount2(disk.c_str(), MNT_DETACH);
    CHECK(ran.status == 2);
    CHECK(ran.err.find("the disk is full [io.full]") != std::string::npos);
    CHECK(left == "old");
    CHECK(files == 1);
}

TEST_CASE("standard output that takes nothing is an error", "[cli]") {
    if (!fs::exists("/dev/full")) return;
    const testing::Folder folder;
    put(folder.path / "a.srt", someSrt());
    for (const std::vector<std::string>& arguments :
         {std::vector<std::string>{"convert", "a.srt", "-t", "ass", "-o", "-"},
          {"dump", "a.srt"},
          {"info", "a.srt"},
          {"formats"}}) {
        INFO(arguments.front());
        const Ran ran = run(arguments, {.folder = folder.path, .outputFile = "/dev/full"});
        CHECK(ran.status == 2);
        CHECK(ran.err.find("the disk is full") != std::string::npos);
    }
}

TEST_CASE("a report that standard error does not take is an error", "[cli]") {
    if (!fs::exists("/dev/full")) return;
    const testing::Folder folder;
    put(folder.path / "a.srt", someSrt());
    const auto statusOf = [&](const std::string& options) {
        return run({"-c", "\"$0\" convert a.srt --overwrite -o a.vtt " + options, SUBS_PROGRAM},
                   {.folder = folder.path, .program = "/bin/bash"})
            .status;
    };
    CHECK(statusOf("--report json 2>/dev/full") == 2);
    CHECK(statusOf("--report text 2>/dev/full") == 2);
    CHECK(statusOf("2>/dev/full") == 0);  // no report was asked for
}

TEST_CASE("an output that is a folder is told from one without an ending", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", someSrt());
    fs::create_directory(folder.path / "out");
    const Ran ran = run({"convert", "a.srt", "-o", "out"}, {.folder = folder.path});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("out is a folder: --out-dir names one, -o a file [output.folder]") !=
          std::string::npos);
}

TEST_CASE("extreme cues come through", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "x.srt",
        "1\n101:00:00,000 --> 101:00:01,000\n" + std::string(100'000, 'x') +
            "\n\n2\n-00:00:01,000 --> 00:00:01,000\nearly\n");
    const Ran ran = run({"convert", "x.srt", "-o", "x.ass"}, {.folder = folder.path});
    CHECK(ran.status == 0);
    const std::string text = get(folder.path / "x.ass");
    CHECK(text.find("101:00:00.00,101:00:01.00") != std::string::npos);
    CHECK(text.find(std::string(100'000, 'x')) != std::string::npos);
    CHECK(text.find("early") != std::string::npos);
}

TEST_CASE("control characters of a name are spelt out in messages", "[cli]") {
    const testing::Folder folder;
    const RunOptions here{.folder = folder.path};
    const std::string name = "a\n\x1B[31mb\xC2\x9B.srt";
    const std::string shown = "a\\n\\x1B[31mb\\x9B.srt";
    put(folder.path / name, "");
    const Ran info = run({"info", name}, here);
    CHECK(info.err.find(shown + ":1: warning: ") == 0);
    CHECK(info.out.find(shown + "\n") == 0);
    const Ran missing = run({"qc", "--report-file", "-", "no" + name}, here);
    CHECK(missing.err.find("no" + shown + ": error: ") == 0);
    CHECK(missing.err.find('\x1B') == std::string::npos);
}
