// SPDX-License-Identifier: MIT
// The sample film with texts in its pictures.
#include "catch.h"
#include "cli/program.h"
#include "folder.h"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>

using nlohmann::json;
using testing::put;
using testing::Ran;
using testing::run;
namespace fs = std::filesystem;

namespace {

const std::string kSamples = SUBS_SOURCE_DIR "/samples/";
const std::string kFilm = kSamples + "seven-lanterns.mp4";

}  // namespace

TEST_CASE("a film is burned and told as JSON", "[cli][film][burn]") {
    const testing::Folder folder;
    // Khmer on frames 24 to 47: frame n begins at n · 1001/24000 seconds.
    const Ran ran =
        run({"burn", kFilm, "-", "-o", "burned.mkv", "--preset", "ultrafast", "--json"},
            {.input = "1\n00:00:01,001 --> 00:00:02,001\nសួស្តី\n\n", .folder = folder.path});
    INFO(ran.err);
    REQUIRE(ran.status == 0);
    const json told = json::parse(ran.out);
    CHECK(told["frames"] == 1920);
    CHECK(told["drawn"] == 24);
    CHECK(told["output"] == "burned.mkv");
    const Ran info = run({"info", "--json", "burned.mkv"}, {.folder = folder.path});
    const json burned = json::parse(info.out);
    const json before = json::parse(run({"info", "--json", kFilm}).out);
    CHECK(burned["frames"] == before["frames"]);
    CHECK(burned["width"] == before["width"]);
}

TEST_CASE("what cannot be burned is said plainly", "[cli][film][burn]") {
    const testing::Folder folder;
    put(folder.path / "a.srt", "1\n00:00:01,000 --> 00:00:02,000\nx\n\n");
    const auto says = [&](const std::vector<std::string>& arguments, const std::string& words) {
        const Ran ran = run(arguments, {.folder = folder.path});
        INFO(ran.err);
        CHECK(ran.status == 2);
        CHECK(ran.err.find(words) != std::string::npos);
        CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
    };
    says({"burn", kFilm, "a.srt", "-o", "-"}, "cannot be written to standard output");
    says({"burn", "-", "a.srt", "-o", "b.mkv"}, "cannot be read from standard input");
    says({"burn", kFilm, "a.srt", "-o", "b.avi"}, "ends with .mkv, or MP4");
    says({"burn", kFilm, "a.srt"}, "--output");
    says({"burn", kFilm, "a.srt", "-o", "b.mkv", "--crf", "52"}, "--crf");
    says({"burn", kFilm, "a.srt", "-o", "b.mkv", "--preset", "quick"}, "--preset");
    says({"burn", kFilm, "absent.srt", "-o", "b.mkv"}, "absent.srt");
    says({"burn", "a.srt", "a.srt", "-o", "b.mkv"}, "a.srt");
    says({"burn", kFilm, "a.srt", "-o", "a.srt", "--overwrite"}, "ends with .mkv");
}
