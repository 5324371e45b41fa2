// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/job/inputs.h>

#include "catch.h"
#include "folder.h"

#include <filesystem>
#include <string>
#include <vector>

using namespace subs;
namespace fs = std::filesystem;

namespace {

void put(const fs::path& path, std::string_view bytes = "") {
    fs::create_directories(path.parent_path());
    REQUIRE(writeFileAtomically(path, bytes));
}

std::vector<std::string> relativeNames(const std::vector<InputFile>& inputs) {
    std::vector<std::string> names;
    for (const InputFile& input : inputs)
        names.push_back(input.relative.string());
    return names;
}

std::vector<InputFile> gather(std::vector<std::string> names, Folders folders = Folders::Refuse) {
    return gatheredInputs(names, {.folders = folders});
}

}  // namespace

TEST_CASE("a folder stands for its subtitle files in bytewise order", "[job]") {
    const testing::Folder folder;
    for (const char* name :
         {"b.srt", "a/ខ្មែរ.ass", "a/two words.SRT", "a/notes.txt", "a/deep/x.ssa", "c"})
        put(folder.path / name);
    const auto inputs = gather({folder.path.string()}, Folders::Recurse);
    CHECK(relativeNames(inputs) ==
          std::vector<std::string>{"a/deep/x.ssa", "a/two words.SRT", "a/ខ្មែរ.ass", "b.srt"});
}

TEST_CASE("a folder without leave to go in is a fault in its place", "[job]") {
    const testing::Folder folder;
    put(folder.path / "a.srt");
    const auto inputs = gather({"first.srt", folder.path.string(), "last.srt"});
    REQUIRE(inputs.size() == 3);
    CHECK_FALSE(inputs[0].fault);
    REQUIRE(inputs[1].fault);
    CHECK(inputs[1].fault->code == "input.folder");
    CHECK_FALSE(inputs[2].fault);
}

TEST_CASE("a folder without subtitle files is a fault", "[job]") {
    const testing::Folder folder;
    put(folder.path / "notes.txt");
    const auto inputs = gather({folder.path.string()}, Folders::Recurse);
    REQUIRE(inputs.size() == 1);
    CHECK(inputs[0].fault->code == "input.nothing-found");
}

TEST_CASE("a text is a subtitle file where its content says so", "[job]") {
    const testing::Folder folder;
    put(folder.path / "boat.txt", "00:00:01:boat\n00:00:03:ferry\n00:00:05:river\n");
    put(folder.path / "saved.TXT", "1\r\n00:00:01,000 --> 00:00:02,000\r\nboat\r\n\r\n");
    put(folder.path / "readme.txt", "Reels 1 to 3: km and en.\n10:30 spotting session\n");
    put(folder.path / "empty.txt");
    CHECK(relativeNames(gather({folder.path.string()}, Folders::Recurse)) ==
          std::vector<std::string>{"boat.txt", "saved.TXT"});
}

TEST_CASE("a link to a subtitle file that is not there is a fault", "[job]") {
    const testing::Folder folder;
    put(folder.path / "a.srt");
    fs::create_symlink(folder.path / "a.srt", folder.path / "b.srt");
    fs::create_symlink(folder.path / "gone.srt", folder.path / "c.srt");
    fs::create_symlink(folder.path / "gone.png", folder.path / "d.png");
    const auto inputs = gather({folder.path.string()}, Folders::Recurse);
    REQUIRE(inputs.size() == 3);
    CHECK_FALSE(inputs[1].fault);
    REQUIRE(inputs[2].fault);
    CHECK(inputs[2].fault->code == "io.not-found");
    CHECK(inputs[2].path.filename() == "c.srt");
}

TEST_CASE("links to folders are not followed", "[job]") {
    const testing::Folder folder;
    put(folder.path / "a/x.srt");
    fs::create_directory_symlink(folder.path, folder.path / "a/loop");
    CHECK(gather({folder.path.string()}, Folders::Recurse).size() == 1);
}

TEST_CASE("a list gives names by lines or by NULs", "[job]") {
    const testing::Folder folder;
    put(folder.path / "lines", "a b.srt\r\n\nc.srt");
    put(folder.path / "nuls", std::string_view("line\nbreak.srt\0d.srt\0", 21));
    const auto inputs = gather(
        {"@" + (folder.path / "lines").string(), "-", "@" + (folder.path / "nuls").string()});
    CHECK(relativeNames(inputs) ==
          std::vector<std::string>{"a b.srt", "c.srt", "-", "line\nbreak.srt", "d.srt"});
    CHECK(inputs[2].isStandardInput());
}

TEST_CASE("a byte order mark before a list is no part of a name", "[job]") {
    const testing::Folder folder;
    put(folder.path / "lines",
        "\xEF\xBB\xBF"
        "a.srt\r\nb.srt\r\n");
    CHECK(relativeNames(gather({"@" + (folder.path / "lines").string()})) ==
          std::vector<std::string>{"a.srt", "b.srt"});
    put(folder.path / "mark", "\xEF\xBB\xBF");
    const auto none = gather({"@" + (folder.path / "mark").string()});
    REQUIRE(none.size() == 1);
    CHECK(none[0].fault->code == "input.empty-list");
}

TEST_CASE("names of a list keep their folders", "[job]") {
    const testing::Folder folder;
    put(folder.path / "in/one/x.srt");
    put(folder.path / "list",
        "a/x.srt\nb/x.srt\n./c//d/../y.srt\n../up/z.srt\n/abs/z.srt\n-\n" +
            (folder.path / "in").string());
    const auto inputs = gather({"@" + (folder.path / "list").string()}, Folders::Recurse);
    CHECK(relativeNames(inputs) ==
          std::vector<std::string>{
              "a/x.srt", "b/x.srt", "c/y.srt", "up/z.srt", "abs/z.srt", "-", "one/x.srt"});
    CHECK(inputs[0].isListed);
    CHECK(inputs[2].path == "./c//d/../y.srt");
    CHECK_FALSE(inputs[6].isListed);
    // As the names of the command line they have none.
    CHECK(relativeNames(gather({"a/x.srt"})) == std::vector<std::string>{"x.srt"});
}

TEST_CASE("a list that names no file is a fault", "[job]") {
    const testing::Folder folder;
    put(folder.path / "empty", "");
    put(folder.path / "blank", "\n\r\n\n");
    const auto inputs =
        gather({"@" + (folder.path / "empty").string(), "@" + (folder.path / "blank").string()});
    REQUIRE(inputs.size() == 2);
    for (const InputFile& input : inputs)
        CHECK(input.fault->code == "input.empty-list");
}

TEST_CASE("a list that cannot be read is a fault", "[job]") {
    const auto inputs = gather({"@/nowhere/list"});
    REQUIRE(inputs.size() == 1);
    CHECK(inputs[0].fault->code == "io.not-found");
}

TEST_CASE("shards are disjoint parts of the sorted list that together are all of it", "[job]") {
    const std::vector<InputFile> inputs = gather({"d", "a", "e", "c", "b"});
    CHECK(relativeNames(sharded(inputs, {1, 2})) == std::vector<std::string>{"a", "c", "e"});
    CHECK(relativeNames(sharded(inputs, {2, 2})) == std::vector<std::string>{"b", "d"});
    CHECK(sharded(inputs, {7, 7}).empty());
    CHECK(parseShard("2/5")->index == 2);
    CHECK(parseShard("2/5")->count == 5);
    for (const char* text : {"", "2", "0/5", "6/5", "a/b", "1/0", "1.5/2", "-1/2"}) {
        INFO(text);
        REQUIRE_FALSE(parseShard(text));
        CHECK(parseShard(text).error().code == "input.bad-shard");
    }
}
