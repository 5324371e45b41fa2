// SPDX-License-Identifier: MIT
// EBU STL and SCC: files of broadcasters, which count frames and have a few tables of letters.
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

using nlohmann::json;
using testing::get;
using testing::put;
using testing::Ran;
using testing::run;
using testing::someSrt;
namespace fs = std::filesystem;

namespace {

const std::string kEnglish = "1\n00:00:10,000 --> 00:00:12,000\nWhere is\nthe boat?\n";

}  // namespace

TEST_CASE("Khmer does not go into a broadcaster's file, and nothing is written", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", kEnglish + "\n2\n00:00:13,000 --> 00:00:14,000\nវានៅឯណា?\n");
    for (const char* const name : {"a.stl", "a.scc"}) {
        INFO(name);
        const Ran refused = run({"convert", "a.srt", "-o", name}, {.folder = folder.path});
        CHECK(refused.status == 2);
        CHECK(refused.err.find("cue 2: \"វ\" (U+179C)") != std::string::npos);
        CHECK(refused.err.find("[format.unrepresentable]") != std::string::npos);
        CHECK_FALSE(fs::exists(folder.path / name));
    }
}

TEST_CASE("English goes into a broadcaster's file and back", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", kEnglish);
    const testing::RunOptions here{.folder = folder.path};
    CHECK(run({"convert", "a.srt", "-o", "a.stl"}, here).status == 0);
    CHECK(get(folder.path / "a.stl").size() == 1024 + 128);
    CHECK(run({"convert", "a.stl", "-o", "b.srt"}, here).status == 0);
    CHECK(get(folder.path / "b.srt") == kEnglish);
    CHECK(run({"convert", "a.stl", "-o", "same.stl"}, here).status == 0);
    CHECK(get(folder.path / "same.stl") == get(folder.path / "a.stl"));
    CHECK(run({"convert", "a.srt", "-o", "a.scc"}, here).status == 0);
    CHECK(get(folder.path / "a.scc").starts_with("Scenarist_SCC V1.0\n\n00:00:"));
    CHECK(run({"convert", "a.scc", "-o", "same.scc"}, here).status == 0);
    CHECK(get(folder.path / "same.scc") == get(folder.path / "a.scc"));
    const json dump = json::parse(run({"dump", "a.stl"}, here).out);
    CHECK(dump["format"] == "ebu-stl");
    CHECK(dump["cues"][0]["markup"] == "Where is\nthe boat?");
    CHECK(dump["cues"][0]["settings"]["row"] == 20);
    CHECK(run({"info", "a.stl"}, here).status == 0);
    CHECK(run({"shift", "a.stl", "--by", "1s", "-o", "later.stl"}, here).status == 0);
    CHECK(json::parse(run({"dump", "later.stl"}, here).out)["cues"][0]["start_ms"] == 11000);
}

TEST_CASE("a film's frames are those of a broadcaster's file", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", kEnglish);
    const testing::RunOptions here{.folder = folder.path};
    CHECK(run({"convert", "a.srt", "--fps", "24", "-o", "a.stl"}, here).status == 0);
    CHECK(get(folder.path / "a.stl").substr(3, 8) == "STL24.01");
    const json dump = json::parse(run({"dump", "a.stl"}, here).out);
    CHECK(dump["cues"][0]["start_ms"] == 10000);
    CHECK(dump["cues"][0]["end_ms"] == 12000);
}
