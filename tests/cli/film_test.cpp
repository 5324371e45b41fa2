// SPDX-License-Identifier: MIT
// What `subs` does with a film: it becomes `subs-film`, and the answers are those of the sample.
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
namespace fs = std::filesystem;

namespace {

const std::string kSamples = SUBS_SOURCE_DIR "/samples/";
const std::string kFilm = kSamples + "seven-lanterns.mp4";

}  // namespace

TEST_CASE("a film is described by its streams and frames", "[cli][film]") {
    const Ran text = run({"info", kFilm});
    CHECK(text.status == 0);
    CHECK(text.out.find("24000/1001 frames a second, constant rate") != std::string::npos);
    const json told = json::parse(run({"info", "--json", kFilm}).out);
    CHECK(told["kind"] == "film");
    CHECK(told["rate"] == "24000/1001");
    CHECK(told["streams"][0]["kind"] == "video");
}

TEST_CASE("a frame is rendered into a PNG of the film's own size", "[cli][film]") {
    const testing::Folder folder;
    const Ran ran = run({"render",
                         "--film",
                         kFilm,
                         "--frame",
                         "240",
                         "-o",
                         "ខ្មែរ.png",
                         kSamples + "seven-lanterns.km.ass"},
                        {.folder = folder.path});
    CHECK(ran.status == 0);
    CHECK(ran.err.empty());
    const std::string png = get(folder.path / "ខ្មែរ.png");
    CHECK(png.substr(1, 3) == "PNG");
    CHECK(png.substr(16, 8) == std::string("\0\0\x05\0\0\0\x02\xD0", 8));  // 1280 × 720
    const Ran bare = run({"render", "--film", kFilm, "--frame", "240", "-o", "-"});
    CHECK(bare.out.substr(1, 3) == "PNG");
    CHECK(bare.out != png);
    CHECK(run({"render", "--film", kFilm, "--frame", "240", "-o", "ខ្មែរ.png"},
              {.folder = folder.path})
              .status == 2);
    CHECK(get(folder.path / "ខ្មែរ.png") == png);
}

TEST_CASE("a picture is rendered without a film", "[cli][film]") {
    const Ran ran = run({"render",
                         "--at",
                         "0:00:02",
                         "--size",
                         "320x180",
                         "-o",
                         "-",
                         kSamples + "seven-lanterns.en.srt"});
    CHECK(ran.status == 0);
    CHECK(ran.out.substr(16, 8) == std::string("\0\0\x01\x40\0\0\0\xB4", 8));
    CHECK(run({"render", "--frame", "1", "-o", "-"}).status == 2);
    CHECK(run({"render", "--at", "soon", "-o", "-"}).status == 2);
    CHECK(run({"render", "--at", "1", "--frame", "1", "-o", "-"}).status == 2);
    CHECK(run({"render", "--at", "1", "--size", "big", "-o", "-"}).status == 2);
}

TEST_CASE("tracks made for a film are on its frames already", "[cli][film]") {
    for (const char* name : {"seven-lanterns.km.srt", "seven-lanterns.en.ass"}) {
        const testing::Folder folder;
        const std::string ending = fs::path(name).extension().string();
        CHECK(run({"convert", kSamples + name, "--film", kFilm, "-o", "out" + ending},
                  {.folder = folder.path})
                  .status == 0);
        CHECK(get(folder.path / ("out" + ending)) == get(kSamples + name));
    }
    CHECK(run({"frames", "--film", kFilm}, {.input = "time 100\n"}).out == "25025/6\n");
}

TEST_CASE("a film that is none is an error that names it", "[cli][film]") {
    const testing::Folder folder;
    put(folder.path / "broken.mkv", "\x1A\x45\xDF\xA3 and nothing more");
    const Ran info = run({"info", "broken.mkv"}, {.folder = folder.path});
    CHECK(info.status == 2);
    CHECK(info.err.find("broken.mkv: error: ") == 0);
    const Ran render = run({"render", "--film", "none.mkv", "--frame", "1", "-o", "x.png"},
                           {.folder = folder.path});
    CHECK(render.status == 2);
    CHECK(render.err.find("none.mkv") != std::string::npos);
    CHECK_FALSE(fs::exists(folder.path / "x.png"));
}
