// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <filesystem>
#include <string>
#include <vector>

using testing::put;
using testing::Ran;
using testing::run;
namespace fs = std::filesystem;

namespace {

/// The program in a folder of its own, beside stand-ins for its companions that say what they were
/// given.
struct Installed {
    testing::Folder folder;
    std::string program = (folder.path / "subs").string();

    Installed() { fs::copy_file(SUBS_PROGRAM, program); }
    void add(const char* name) const {
        put(folder.path / name,
            "#!/bin/sh\nfor word in \"$@\"; do echo \"[$word]\"; done\nexit 7\n");
        fs::permissions(folder.path / name, fs::perms::owner_all);
    }
};

}  // namespace

TEST_CASE("commands that need a film become subs-film with the same arguments", "[cli]") {
    const Installed installed;
    installed.add("subs-film");
    const Ran render = run({"render", "--film", "a film.mkv", "--frame", "1", "-o", "x.png"},
                           {.program = installed.program});
    CHECK(render.status == 7);
    CHECK(render.out == "[render]\n[--film]\n[a film.mkv]\n[--frame]\n[1]\n[-o]\n[x.png]\n");
    CHECK(
        run({"convert", "a.srt", "-o", "b.srt", "--film", "f.mkv"}, {.program = installed.program})
            .status == 7);
    CHECK(run({"frames", "--film", "f.mkv"}, {.program = installed.program}).status == 7);
    CHECK(run({"extract", "f.mkv", "-o", "a.srt"}, {.program = installed.program}).status == 7);
    CHECK(run({"mux", "f.mkv", "a.srt", "-o", "b.mkv"}, {.program = installed.program}).status ==
          7);
    put(installed.folder.path / "f.mkv", "\x1A\x45\xDF\xA3 matroska");
    CHECK(run({"info", (installed.folder.path / "f.mkv").string()}, {.program = installed.program})
              .status == 7);
}

TEST_CASE("usage errors of film commands are found before a film is needed", "[cli]") {
    const Installed installed;
    CHECK(run({"render", "--flim", "x"}, {.program = installed.program})
              .err.find("the nearest is --film") != std::string::npos);
}

TEST_CASE("edit starts the editor with its files", "[cli]") {
    const Installed installed;
    installed.add("subs-editor");
    const Ran ran = run({"edit", "film.mkv", "ខ្មែរ.srt"}, {.program = installed.program});
    CHECK(ran.status == 7);
    CHECK(ran.out == "[film.mkv]\n[ខ្មែរ.srt]\n");
}

TEST_CASE("a companion that is not installed is said to be missing", "[cli]") {
    const Installed installed;
    for (const std::string command : {"render", "edit"}) {
        const Ran ran =
            command == "render"
                ? run({command, "--frame", "1", "-o", "x.png"}, {.program = installed.program})
                : run({command, "a.srt"}, {.program = installed.program});
        CHECK(ran.status == 2);
        CHECK(ran.err.find("is not installed beside subs") != std::string::npos);
    }
}

TEST_CASE("cues are made into pictures by subs-film, which may not be there", "[cli][pictures]") {
    const Installed installed;
    const std::vector<std::string> command = {
        "convert", "a.srt", "-t", "dcdm", "-o", "b.xml", "--fps", "24", "--pictures"};
    const Ran without = run(command, {.program = installed.program});
    CHECK(without.status == 2);
    CHECK(without.err.find("cannot start subs-film: it is not installed beside subs") !=
          std::string::npos);
    installed.add("subs-film");
    const Ran with = run(command, {.program = installed.program});
    CHECK(with.status == 7);
    CHECK(with.out.find("[--pictures]\n") != std::string::npos);
}

TEST_CASE("what stands against pictures is told before any are made", "[cli][pictures]") {
    const Installed installed;
    installed.add("subs-film");
    const auto refused = [&](std::vector<std::string> arguments) {
        arguments.insert(arguments.begin(), {"convert", "a.srt", "--pictures"});
        const Ran ran = run(arguments, {.program = installed.program});
        CHECK(ran.status == 2);
        CHECK(ran.out.empty());
        return ran.err;
    };
    const auto says = [](const std::string& text, const char* part) {
        return text.find(part) != std::string::npos;
    };
    CHECK(says(refused({"-o", "b.ass"}), "hold no pictures; those of dcdm and interop do"));
    CHECK(says(refused({"-o", "b.xml", "-t", "interop", "--canvas", "2048"}),
               "\"2048\" is no size; one looks like 1920x1080"));
    CHECK(says(refused({"-o", "-", "-t", "interop"}), "standard output has no place for them"));
    CHECK(says(refused({"-o", "b.xml", "-t", "interop", "--sidecar"}), "--pictures writes none"));
    CHECK(says(refused({"-o", "b.xml", "-t", "interop", "--zwsp", "strip"}),
               "--pictures writes none"));
    const Ran alone =
        run({"convert", "a.srt", "-o", "b.xml", "-t", "interop", "--canvas", "2048x858"},
            {.program = installed.program});
    CHECK(alone.status == 2);
    CHECK(says(alone.err, "--pictures"));
}
