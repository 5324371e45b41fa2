// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

using nlohmann::json;
using testing::put;
using testing::Ran;
using testing::run;
using testing::someSrt;

TEST_CASE("a file is described for people and for programs", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "ខ្មែរ.srt", someSrt(4));
    const Ran text = run({"info", "ខ្មែរ.srt"}, {.folder = folder.path});
    CHECK(text.status == 0);
    CHECK(text.out.find("ខ្មែរ.srt\n  format: SubRip (srt)") == 0);
    CHECK(text.out.find("cues: 4, 00:00:00.000 to 00:00:07.500") != std::string::npos);
    const json told = json::parse(
        run({"info", "ខ្មែរ.srt", "--json", "--fps", "25"}, {.folder = folder.path}).out);
    CHECK(told["format"]["id"] == "srt");
    CHECK(told["languages"]["km"] == 2);
    CHECK(told["languages"]["en"] == 2);
    CHECK(told["last_ms"] == 7500);
    CHECK(told["edges"]["edges"] == 8);
}

TEST_CASE("several files are one object a line and what fails is one too", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", someSrt());
    const Ran ran = run({"info", "a.srt", "missing.srt", "--json"}, {.folder = folder.path});
    CHECK(ran.status == 2);
    CHECK(std::count(ran.out.begin(), ran.out.end(), '\n') == 2);
    CHECK(ran.out.find("\"io.not-found\"") != std::string::npos);
    CHECK(ran.err.find("missing.srt: error: ") == 0);
}

TEST_CASE("a document is dumped as JSON from a file and from standard input", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", someSrt());
    const Ran file = run({"dump", "a.srt"}, {.folder = folder.path});
    CHECK(file.status == 0);
    CHECK(json::parse(file.out)["cues"][1]["text"] == "វានៅឯណា?");
    CHECK(run({"dump", "-"}, {.input = someSrt()}).out == file.out);
    const Ran missing = run({"dump", "none.srt"}, {.folder = folder.path});
    CHECK(missing.status == 2);
    CHECK(missing.out.empty());
    CHECK(missing.err.find("none.srt: error: ") == 0);
}
