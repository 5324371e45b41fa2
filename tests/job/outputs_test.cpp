// SPDX-License-Identifier: MIT
#include <subs/format/registry.h>
#include <subs/job/outputs.h>

#include "catch.h"
#include "folder.h"

#include <filesystem>
#include <string>
#include <vector>

using namespace subs;
namespace fs = std::filesystem;

namespace {

InputFile input(const char* path, const char* relative) {
    return {path, relative, std::nullopt};
}

}  // namespace

TEST_CASE("an output keeps its place below the folder and takes the format's ending", "[job]") {
    const Format* ass = formatNamed("ass");
    CHECK(outputFor(input("in/a/x.srt", "a/x.srt"), "out", ass) == "out/a/x.ass");
    CHECK(outputFor(input("x.km.srt", "x.km.srt"), "out", ass) == "out/x.km.ass");
    CHECK(outputFor(input("x.km", "x.km"), "out", ass) == "out/x.km.ass");
    CHECK(outputFor(input("x", "x"), "out", ass) == "out/x.ass");
    CHECK(outputFor(input("a/x.srt", "x.srt"), "out", nullptr) == "out/x.srt");
}

TEST_CASE("two inputs with one output are refused and both are named", "[job]") {
    const std::vector<InputFile> inputs = {
        input("a/x.srt", "x.srt"), input("b/y.srt", "y.srt"), input("c/x.ssa", "x.ssa")};
    const auto planned = plannedOutputs(inputs, "out", formatNamed("ass"));
    REQUIRE_FALSE(planned);
    CHECK(planned.error().code == "output.collision");
    CHECK(planned.error().message.find("a/x.srt and c/x.ssa") != std::string::npos);
    CHECK(plannedOutputs(inputs, "out", nullptr).value().size() == 3);
}

TEST_CASE("an output that is another input is refused and one that is its own is not", "[job]") {
    const std::vector<InputFile> crossed = {input("d/x.srt", "x.srt"), input("d/./x.ass", "z.srt")};
    const auto planned = plannedOutputs(crossed, "d", formatNamed("ass"));
    REQUIRE_FALSE(planned);
    CHECK(planned.error().code == "output.collision");
    CHECK(planned.error().message.find("d/x.srt would be written over") == 0);
    CHECK(plannedOutputs(std::vector{crossed.front()}, "./d", formatNamed("srt")));
}

TEST_CASE("an output that is another file of the run is refused under any name", "[job]") {
    const testing::Folder folder;
    const fs::path film = folder.path / "film.srt";
    REQUIRE(writeFileAtomically(film, "mine"));
    fs::create_symlink(film, folder.path / "link");
    fs::create_hard_link(film, folder.path / "twin");
    const std::vector<fs::path> others = {"-", film, folder.path / "not yet"};
    for (const char* name : {"film.srt", "./film.srt", "link", "twin", "not yet"}) {
        const auto apart = checkApart(folder.path / name, "the report", others);
        REQUIRE_FALSE(apart);
        CHECK(apart.error().code == "output.collision");
    }
    CHECK(checkApart(film, "the report", others).error().message ==
          "the report would be written over " + film.string() + "; nothing was written");
    CHECK(checkApart(folder.path / "other", "the report", others));
}

TEST_CASE("a file that is there is told before any work with what replaces it", "[job]") {
    const testing::Folder folder;
    const auto file = folder.path / "a.png";
    CHECK(checkFree(file, Existing::Refuse));
    REQUIRE(writeFileAtomically(file, "mine"));
    CHECK(checkFree(file, Existing::Replace));
    REQUIRE_FALSE(checkFree(file, Existing::Refuse));
    CHECK(checkFree(file, Existing::Refuse).error().code == "io.exists");
    CHECK(checkFree(file, Existing::Refuse).error().message.find("--overwrite") !=
          std::string::npos);
}
