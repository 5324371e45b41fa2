// SPDX-License-Identifier: MIT
#include "table_film.h"

#include "catch.h"
#include "container.h"
#include "film_index.h"
#include "folder.h"
#include "index_pass.h"
#include "test_films.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

using namespace subs;
using namespace subs::media;
using testing::filmPath;

namespace {

constexpr std::chrono::hours kAll{24};

Container opened(const std::filesystem::path& path) {
    auto container = openContainer(path, {});
    REQUIRE(container);
    return *std::move(container);
}

bool hasTableFilm(const std::filesystem::path& path) {
    const Container container = opened(path);
    return TableFilm::open(container, *pictureStreamOf(container)).has_value();
}

/// Bytes that this process has read so far (proc(5), /proc/pid/io); 0 where it is not told.
std::uint64_t bytesRead() {
    std::ifstream told("/proc/self/io");
    std::string name;
    std::uint64_t count = 0;
    return told >> name >> count && name == "rchar:" ? count : 0;
}

std::string muxed(const std::filesystem::path& to, const std::string& options) {
    testing::outputOf("ffmpeg -v error -y -i '" + filmPath("silent.mp4").string() + "' -c copy " +
                      options + " '" + to.string() + "'");
    return to.string();
}

}  // namespace

TEST_CASE("an MP4 whose table tells everything is read by it", "[media][film][table]") {
    for (const char* const name :
         {"silent.mp4", "film.mp4", "edited.mp4", "uneven.mp4", "open.mp4"})
        CHECK(hasTableFilm(filmPath(name)));
}

TEST_CASE("where a table does not tell everything packets are read", "[media][film][table]") {
    CHECK_FALSE(hasTableFilm(filmPath("film.mkv")));
    CHECK_FALSE(hasTableFilm(filmPath("film.ts")));
    // Cut off: what is missing is to be told.
    CHECK_FALSE(hasTableFilm(filmPath("cut.mp4")));
    const testing::Folder folder;
    const auto parts = folder.path / "parts.mp4";
    muxed(parts, "-movflags frag_keyframe+empty_moov");
    CHECK_FALSE(hasTableFilm(parts));
    // Its packets are taken apart by FFmpeg.
    const auto old = folder.path / "old.mp4";
    testing::outputOf("ffmpeg -v error -y -i '" + filmPath("part2.mpg").string() + "' -c copy '" +
                      old.string() + "'");
    CHECK_FALSE(hasTableFilm(old));
}

TEST_CASE("no byte of an MP4's pictures is read for its frames", "[media][film][table]") {
    const auto path = filmPath("silent.mp4");
    const Container container = opened(path);
    const std::uint64_t before = bytesRead();
    IndexPass pass(container, *pictureStreamOf(container));
    REQUIRE(pass.readOn(kAll));
    const std::uint64_t read = bytesRead() - before;
    const FilmIndex index = pass.take();
    CHECK(index.frames.size() == 600);
    CHECK(index.diagnostics.empty());
    if (before == 0) return;
    // The tables, twice: some thirty bytes a frame.
    CHECK(read < 600 * 100);
    CHECK(read < std::filesystem::file_size(path) / 2);
}
