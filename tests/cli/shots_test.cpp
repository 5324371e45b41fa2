// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

// The sample film, whose shots samples/README.md tells: cuts at 240, 384, 528, 912, 1080, ..., and
// a dissolve of frames 720 to 743.

using nlohmann::json;
using testing::put;
using testing::Ran;
using testing::run;
namespace fs = std::filesystem;

namespace {

const std::string kFilm = std::string(SUBS_SOURCE_DIR) + "/samples/seven-lanterns.mp4";

}  // namespace

TEST_CASE("the shots of a film are told as JSON in frames", "[cli][film][shots]") {
    const Ran ran = run({"shots", kFilm, "--json"});
    INFO(ran.err);
    REQUIRE(ran.status == 0);
    const json told = json::parse(ran.out);
    CHECK(told.size() == 4);
    CHECK(told["frames"] == 1920);
    CHECK(told["rate"] == "24000/1001");
    CHECK(told["cuts"] == json({240, 384, 528, 912, 1080, 1248, 1416, 1584, 1752}));
    REQUIRE(told["transitions"].size() == 1);
    const json& dissolve = told["transitions"][0];
    CHECK(dissolve["kind"] == "dissolve");
    CHECK(dissolve["from"] >= 718);
    CHECK(dissolve["from"] <= 722);
    CHECK(dissolve["to"] >= 741);
    CHECK(dissolve["to"] <= 745);
}

TEST_CASE("the shots of a stretch are told with their times", "[cli][film][shots]") {
    const Ran ran = run({"shots", kFilm, "--from", "241", "--to", "528"});
    CHECK(ran.status == 0);
    // Frame n begins at n · 1001/24000 seconds.
    CHECK(ran.out == "     384  00:00:16.016  cut\n     528  00:00:22.022  cut\n");
    CHECK(ran.err.empty());
}

TEST_CASE("a stretch that cannot be is refused", "[cli][film][shots]") {
    CHECK(run({"shots", kFilm, "--from", "20", "--to", "10"}).status == 2);
    CHECK(run({"shots", kFilm, "--from", "-3"}).status == 2);
    const Ran behind = run({"shots", kFilm, "--from", "5000"});
    CHECK(behind.status == 2);
    CHECK(behind.err.find("it has 1920 frames, from 0") != std::string::npos);
    CHECK(behind.err.find("[media.no-frame]") != std::string::npos);
}

TEST_CASE("a film without shots to find is an error, as JSON too", "[cli][film][shots]") {
    const testing::Folder folder;
    put(folder.path / "words.mkv", "no film at all");
    const Ran ran = run({"shots", "words.mkv", "--json"}, {.folder = folder.path});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("words.mkv: error: ") == 0);
    CHECK(json::parse(ran.out).contains("error"));
    const Ran standardInput = run({"shots", "-"});
    CHECK(standardInput.status == 2);
    CHECK(standardInput.err.find("cannot be read from standard input") != std::string::npos);
}
