// SPDX-License-Identifier: MIT
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <set>
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

TEST_CASE("the node tree of a WebVTT cue is dumped", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.vtt",
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Dara>Up <i>there\n\n00:03.000 --> 00:04.000\n");
    const Ran ran = run({"dump", "--cue-tree", "a.vtt"}, {.folder = folder.path});
    CHECK(ran.status == 0);
    const json trees = json::parse(ran.out)["cues"];
    REQUIRE(trees.size() == 2);
    // As the suite of the specification prints trees.
    const std::string tree = trees[0]["tree"];
    CHECK(tree.find("| <span>\n|   title=\"Dara\"\n|   \"Up \"\n|   <i>\n|     \"there\"") == 0);
    CHECK(trees[1]["index"] == 2);
    put(folder.path / "a.srt", someSrt());
    const Ran other = run({"dump", "--cue-tree", "a.srt"}, {.folder = folder.path});
    CHECK(other.status == 2);
    CHECK(other.out.empty());
    CHECK(other.err.find("--cue-tree is for WebVTT; a.srt is SubRip [cli.usage]") !=
          std::string::npos);
}

TEST_CASE("a dump of WebVTT has the settings of the specification", "[cli]") {
    const Ran ran =
        run({"dump", "-"},
            {.input =
                 "WEBVTT\n\n00:01.000 --> 00:02.000 line:-3 size:60% position:25%,line-left\nx\n"});
    const json settings = json::parse(ran.out)["cues"][0]["settings"];
    CHECK(settings["line"] == -3);
    CHECK(settings["snapToLines"] == true);
    CHECK(settings["size"] == 60);
    CHECK(settings["position"] == 25);
    CHECK(settings["positionAlign"] == "line-left");
    CHECK(settings["align"] == "center");
    CHECK(settings["vertical"] == "");
    CHECK(settings["region"].is_null());
}

TEST_CASE("a file that counts frames is dumped and described by a rate", "[cli]") {
    const testing::Folder folder;
    put(folder.path / "a.sub", "{25}{49}x\n");
    const Ran ran = run({"dump", "a.sub", "--fps", "25"}, {.folder = folder.path});
    CHECK(json::parse(ran.out)["cues"][0]["start_ms"] == 1000);
    CHECK(json::parse(ran.out)["cues"][0]["end_ms"] == 2000);
    const json told =
        json::parse(run({"info", "a.sub", "--json", "--fps", "25"}, {.folder = folder.path}).out);
    CHECK(told["last_ms"] == 2000);
    const json without = json::parse(run({"dump", "a.sub"}, {.folder = folder.path}).out);
    CHECK(without["cues"].empty());
    CHECK(without["diagnostics"][0]["code"] == "microdvd.no-rate");
    const json formats = json::parse(run({"formats", "--json"}).out)["formats"];
    const std::set<std::string> counting = {"microdvd", "dcdm", "itt", "ebu-stl", "scc"};
    for (const json& format : formats)
        CHECK(format["unit_ms"].is_null() == counting.contains(format["id"].get<std::string>()));
    const std::string listed = run({"formats"}).out;
    for (const char* const line :
         {"microdvd: MicroDVD; endings sub; times in frames\n",
          "itt: iTunes Timed Text; endings itt, ttml, xml; times in frames\n",
          "ebu-stl: EBU STL; endings stl; times in frames\n",
          "; endings scc; times in frames\n"})
        CHECK(listed.find(line) != std::string::npos);
}

TEST_CASE("dump --isd lists when a TTML file changes what it shows", "[cli][ttml]") {
    const Ran moments =
        run({"dump", "--isd", "-"},
            {.input = "<tt xmlns=\"http://www.w3.org/ns/ttml\" "
                      "xmlns:ttp=\"http://www.w3.org/ns/ttml#parameter\" ttp:frameRate=\"24\" "
                      "ttp:frameRateMultiplier=\"1000 1001\"><body><div><p begin=\"1f\" "
                      "end=\"0.5s\">x</p></div></body></tt>"});
    CHECK(moments.status == 0);
    CHECK(json::parse(moments.out) ==
          json::parse(R"({"isd":[{"time":"0","empty":true},{"time":"1001/24000","empty":false},
                                 {"time":"0.5","empty":true}]})"));
    const Ran other = run({"dump", "--isd", "-"}, {.input = someSrt()});
    CHECK(other.status == 2);
    CHECK(other.out.empty());
}
