// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/job/sidecar.h>

#include "catch.h"
#include "folder.h"

#include <filesystem>
#include <string>

using namespace subs;

namespace {

Sidecar someSidecar() {
    return {{"film.ass", "ass", "UTF-16LE", std::string("a\0b\nសួស្តី", 20), "km"},
            {"film.srt", "srt", "UTF-8", "1\n00:00:01,000 --> 00:00:02,000\nx\n"},
            "24000/1001"};
}

std::string codeOf(const std::string& bytes) {
    const auto sidecar = unpacked(bytes);
    return sidecar ? "" : sidecar.error().code;
}

}  // namespace

TEST_CASE("a sidecar holds both files, byte for byte", "[job][sidecar]") {
    const auto bytes = packed(someSidecar());
    REQUIRE(bytes);
    CHECK(bytes->starts_with("subs-sidecar 1\n"));
    CHECK(unpacked(*bytes) == someSidecar());
    Sidecar empty;
    CHECK(unpacked(*packed(empty)) == empty);
}

TEST_CASE("a sidecar is small", "[job][sidecar]") {
    Sidecar sidecar = someSidecar();
    for (int i = 0; i < 10'000; ++i)
        sidecar.original.bytes += "Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,The river\n";
    const auto bytes = packed(sidecar);
    REQUIRE(bytes);
    CHECK(bytes->size() * 20 < sidecar.original.bytes.size());
    CHECK(unpacked(*bytes) == sidecar);
}

TEST_CASE("a damaged sidecar is known by any byte of it", "[job][sidecar]") {
    const std::string bytes = *packed(someSidecar());
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        CAPTURE(at);
        std::string broken = bytes;
        broken[at] = static_cast<char>(broken[at] ^ 1);
        const std::string code = codeOf(broken);
        // The digit of the version becomes 0, and a letter of the checksum may change its case.
        CHECK((code == "sidecar.damaged" || code == "sidecar.newer"));
        CHECK(codeOf(bytes.substr(0, at)) == "sidecar.damaged");
    }
    CHECK(codeOf(bytes + "x") == "sidecar.damaged");
    CHECK(codeOf("1\n00:00:01,000 --> 00:00:02,000\nx\n") == "sidecar.damaged");
    CHECK(codeOf("subs-sidecar \n") == "sidecar.damaged");
    CHECK(codeOf("subs-sidecar 0\n") == "sidecar.damaged");
    CHECK(codeOf("subs-sidecar 99999999999999999999\n") == "sidecar.damaged");
}

TEST_CASE("a sidecar of a newer version is told from a damaged one", "[job][sidecar]") {
    CHECK(codeOf("subs-sidecar 2\nwhatever comes then") == "sidecar.newer");
}

namespace {

/// A sidecar whose checksum is right whatever it says. `checksum` was computed with Python's
/// zlib.crc32.
std::string withHeader(const std::string& header, const std::string& checksum) {
    return "subs-sidecar 1\n" + checksum + "\n" + header + "\n";
}

}  // namespace

TEST_CASE("a sidecar that claims to be huge is refused before it is unpacked", "[job][sidecar]") {
    const std::string file = R"({"name":"a","format":"srt","encoding":"UTF-8","size":)";
    const std::string huge =
        R"({"original":)" + file + R"(9999999999999},"written":)" + file + "1}}";
    const std::string large = R"({"original":)" + file + R"(900000000},"written":)" + file + "1}}";
    CHECK(codeOf(withHeader(huge, "cfb39b7c")) == "sidecar.too-large");
    CHECK(codeOf(withHeader(large, "a7fdd999")) == "sidecar.damaged");
}

TEST_CASE("a sidecar that says nothing of its files is damaged", "[job][sidecar]") {
    CHECK(codeOf(withHeader("[]", "7068d244")) == "sidecar.damaged");
    CHECK(codeOf(withHeader(R"({"original":{"size":-1}})", "eb88bad0")) == "sidecar.damaged");
}

TEST_CASE("a sidecar is found beside its file", "[job][sidecar]") {
    const testing::Folder folder;
    const auto file = folder.path / "film.srt";
    CHECK(sidecarPathOf(file).filename() == "film.srt.subs-sidecar");
    const auto none = sidecarOf(file);
    REQUIRE(none);
    CHECK_FALSE(*none);
    CHECK(formatKeptBeside(file).empty());
    REQUIRE(writeFileAtomically(sidecarPathOf(file), *packed(someSidecar())));
    CHECK(**sidecarOf(file) == someSidecar());
    CHECK(formatKeptBeside(file) == "ass");
    REQUIRE(writeFileAtomically(sidecarPathOf(file), "subs-sidecar 1\n"));
    const auto damaged = sidecarOf(file);
    REQUIRE_FALSE(damaged);
    CHECK(damaged.error().file == sidecarPathOf(file).string());
    CHECK(formatKeptBeside(file).empty());
}
