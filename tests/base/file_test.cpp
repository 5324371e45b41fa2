// SPDX-License-Identifier: MIT
#include <subs/base/file.h>

#include "catch.h"
#include "folder.h"

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
