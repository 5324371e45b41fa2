// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <filesystem>
#include <string>

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
