// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

using testing::get;
using testing::put;
using testing::Ran;
using testing::run;
namespace fs = std::filesystem;

namespace {

const std::string kVtt =
    "WEBVTT\n\nSTYLE\n::cue(.gold) { color: #ffcc00 }\n\nintro\n00:01.000 --> 00:02.000 size:40%\n"
    "<v Dara>The <c.gold>river</c>\n\nNOTE end\n\n00:03.000 --> 00:04.000\nNorth\n";

}  // namespace

TEST_CASE("convert --sidecar brings a file home as it was", "[cli][sidecar]") {
    const testing::Folder folder;
    put(folder.path / "a.vtt", kVtt);
    const Ran out = run({"convert", "a.vtt", "-o", "a.srt", "--sidecar"}, {.folder = folder.path});
    CHECK(out.status == 0);
    CHECK(fs::exists(folder.path / "a.srt.subs-sidecar"));
    const Ran back =
        run({"convert", "a.srt", "-o", "back.vtt", "--sidecar", "-v"}, {.folder = folder.path});
    CHECK(back.status == 0);
    CHECK(back.err.find("[sidecar.restored]") != std::string::npos);
    CHECK(get(folder.path / "back.vtt") == kVtt);
    CHECK_FALSE(fs::exists(folder.path / "back.vtt.subs-sidecar"));
}

TEST_CASE("a sidecar is never taken unasked, and told of", "[cli][sidecar]") {
    const testing::Folder folder;
    put(folder.path / "a.vtt", kVtt);
    run({"convert", "a.vtt", "-o", "a.srt", "--sidecar", "-q"}, {.folder = folder.path});
    const Ran back = run({"convert", "a.srt", "-o", "back.vtt"}, {.folder = folder.path});
    CHECK(back.status == 0);
    CHECK(back.err.find("a.srt.subs-sidecar keeps the WebVTT file") != std::string::npos);
    CHECK(back.err.find("[sidecar.not-asked]") != std::string::npos);
    CHECK(get(folder.path / "back.vtt").find("NOTE") == std::string::npos);
    CHECK(run({"convert", "a.srt", "-o", "x.ass"}, {.folder = folder.path}).err.find("sidecar") ==
          std::string::npos);
}

TEST_CASE("convert --sidecar has no place for standard output", "[cli][sidecar]") {
    const Ran ran = run({"convert", "-", "-t", "srt", "-o", "-", "--sidecar"}, {.input = kVtt});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("standard output has no place for one") != std::string::npos);
}

TEST_CASE("standard input is kept in a sidecar too", "[cli][sidecar]") {
    const testing::Folder folder;
    CHECK(run({"convert", "-", "-o", "a.srt", "--sidecar"}, {.input = kVtt, .folder = folder.path})
              .status == 0);
    CHECK(run({"convert", "a.srt", "-o", "b.vtt", "--sidecar"}, {.folder = folder.path}).status ==
          0);
    CHECK(get(folder.path / "b.vtt") == kVtt);
}

TEST_CASE("a folder of files goes and comes home", "[cli][sidecar]") {
    const testing::Folder folder;
    put(folder.path / "in/a.vtt", kVtt);
    put(folder.path / "in/sub/b.vtt", kVtt + "\nNOTE b\n");
    CHECK(run({"convert", "--recursive", "in", "-t", "srt", "--out-dir", "out", "--sidecar"},
              {.folder = folder.path})
              .status == 0);
    CHECK(run({"convert", "--recursive", "out", "-t", "vtt", "--out-dir", "home", "--sidecar"},
              {.folder = folder.path})
              .status == 0);
    CHECK(get(folder.path / "home/a.vtt") == kVtt);
    CHECK(get(folder.path / "home/sub/b.vtt") == kVtt + "\nNOTE b\n");
}

TEST_CASE("an existing sidecar is replaced only when that is asked for", "[cli][sidecar]") {
    const testing::Folder folder;
    put(folder.path / "a.vtt", kVtt);
    put(folder.path / "a.srt.subs-sidecar", "mine");
    const Ran refused =
        run({"convert", "a.vtt", "-o", "a.srt", "--sidecar"}, {.folder = folder.path});
    CHECK(refused.status == 2);
    CHECK(refused.err.find("--overwrite") != std::string::npos);
    CHECK(get(folder.path / "a.srt.subs-sidecar") == "mine");
    CHECK_FALSE(fs::exists(folder.path / "a.srt"));
    CHECK(run({"convert", "a.vtt", "-o", "a.srt", "--sidecar", "--overwrite"},
              {.folder = folder.path})
              .status == 0);
}

TEST_CASE("a damaged sidecar ends with status 2 and a plain sentence", "[cli][sidecar]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", testing::someSrt());
    put(folder.path / "a.srt.subs-sidecar", "subs-sidecar 1\nnothing\n");
    const Ran ran = run({"convert", "a.srt", "-o", "b.vtt", "--sidecar"}, {.folder = folder.path});
    CHECK(ran.status == 2);
    CHECK(ran.err.find("a.srt.subs-sidecar: error: the sidecar is damaged: its checksum is not "
                       "that of what it holds") != std::string::npos);
    CHECK_FALSE(fs::exists(folder.path / "b.vtt"));
}

TEST_CASE("JSON names the sidecar that was written", "[cli][sidecar]") {
    const testing::Folder folder;
    put(folder.path / "a.vtt", kVtt);
    const Ran ran =
        run({"convert", "a.vtt", "-o", "a.srt", "--sidecar", "--json"}, {.folder = folder.path});
    const auto json = nlohmann::json::parse(ran.out);
    CHECK(json["sidecar"] == "a.srt.subs-sidecar");
    for (const auto& loss : json["losses"])
        CHECK(loss["remedy"].get<std::string>().find("--sidecar") != std::string::npos);
}
