// SPDX-License-Identifier: MIT
#include <subs/base/file.h>

#include "catch.h"
#include "folder.h"

#include <fstream>

using namespace subs;
namespace fs = std::filesystem;

using testing::Folder;

TEST_CASE("a written file is read back whole and leaves no other file", "[base]") {
    const Folder folder;
    const fs::path file = folder.path / "ខ្មែរ.srt";
    REQUIRE(writeFileAtomically(file, "old"));
    REQUIRE(writeFileAtomically(file, "new text"));
    CHECK(readFile(file).value() == "new text");
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

TEST_CASE("an existing file is kept when replacing is refused", "[base]") {
    const Folder folder;
    const fs::path file = folder.path / "a.srt";
    REQUIRE(writeFileAtomically(file, "old"));
    const auto written = writeFileAtomically(file, "new", {.existing = Existing::Refuse});
    REQUIRE_FALSE(written);
    CHECK(written.error().code == "io.exists");
    CHECK(readFile(file).value() == "old");
}

TEST_CASE("a missing file and a folder are refused with a reason", "[base]") {
    CHECK(readFile("/no/such/file").error().code == "io.not-found");
    CHECK(readFile("/").error().message == "cannot read /: it is a folder");
}

TEST_CASE("a file larger than the limit is refused before it is read", "[base][file]") {
    const testing::Folder folder;
    const auto path = folder.path / "huge.srt";
    std::ofstream(path).close();
    std::filesystem::resize_file(path, std::uintmax_t{3} << 30U);
    const auto huge = subs::readFile(path);
    REQUIRE_FALSE(huge);
    CHECK(huge.error().code == "io.too-large");
    CHECK(huge.error().message == "cannot read " + path.string() + ": it is larger than 1024 MiB");
    std::filesystem::resize_file(path, 10);
    CHECK(subs::readFile(path, {.limit = 10}));
    CHECK_FALSE(subs::readFile(path, {.limit = 9}));
    // A device has no size to look at.
    const auto endless = subs::readFile("/dev/zero", {.limit = 1000});
    REQUIRE_FALSE(endless);
    CHECK(endless.error().message == "cannot read /dev/zero: it is larger than 1000 bytes");
}

TEST_CASE("a file written in stretches takes its place only when it is finished", "[base]") {
    const Folder folder;
    const fs::path file = folder.path / "a.srt";
    REQUIRE(writeFileAtomically(file, "old"));
    {
        auto writer = FileWriter::create(file);
        REQUIRE(writer);
        CHECK(writer->append("one "));
        CHECK(readFile(file).value() == "old");
    }
    CHECK(readFile(file).value() == "old");
    auto writer = FileWriter::create(file);
    REQUIRE(writer);
    CHECK(writer->append("one "));
    CHECK(writer->append("two"));
    CHECK(writer->finish());
    CHECK(readFile(file).value() == "one two");
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
}

TEST_CASE("a file is read in stretches up to its end", "[base]") {
    const Folder folder;
    const fs::path file = folder.path / "a.srt";
    REQUIRE(writeFileAtomically(file, "abcdefg"));
    auto source = FileSource::open(file);
    REQUIRE(source);
    CHECK(source->size() == 7);
    std::string bytes(4, ' ');
    CHECK(source->read(bytes).value() == 4);
    CHECK(bytes == "abcd");
    CHECK(source->read(bytes).value() == 3);
    CHECK(bytes.substr(0, 3) == "efg");
    CHECK(source->read(bytes).value() == 0);
    CHECK(FileSource::open(folder.path).error().message.find("it is a folder") !=
          std::string::npos);
}
