// SPDX-License-Identifier: MIT
#include <subs/base/file.h>
#include <subs/media/film.h>
#include <subs/media/film_cache.h>

#include "catch.h"
#include "film_index.h"
#include "folder.h"
#include "index_file.h"
#include "test_films.h"

#include <chrono>
#include <fstream>
#include <string>

using namespace subs;
using namespace subs::media;
namespace fs = std::filesystem;
using testing::filmPath;

namespace {

const std::string kContent = "what takes time to find out";

FilmKey keyOf(const fs::path& film) {
    const auto key = FilmKey::of(film);
    REQUIRE(key);
    return *key;
}

fs::path copyOf(const std::string& name, const fs::path& folder, const std::string& as) {
    const fs::path to = folder / as;
    fs::copy_file(filmPath(name), to);
    fs::last_write_time(to, fs::last_write_time(filmPath(name)));
    return to;
}

}  // namespace

TEST_CASE("a film is known again in another place by another name", "[media][cache]") {
    const testing::Folder folder;
    const fs::path copy = copyOf("film.mkv", folder.path, "ខ្មែរ.mkv");
    CHECK(keyOf(copy) == keyOf(filmPath("film.mkv")));
    CHECK(keyOf(copy).text().size() == 32);
    CHECK_FALSE(keyOf(copy) == keyOf(filmPath("film.mp4")));
    // The same size and time, one byte in the middle.
    const auto time = fs::last_write_time(copy);
    {
        std::fstream bytes(copy, std::ios::in | std::ios::out | std::ios::binary);
        bytes.seekp(static_cast<std::streamoff>(fs::file_size(copy) / 2));
        bytes.put('!');
    }
    fs::last_write_time(copy, time);
    CHECK_FALSE(keyOf(copy) == keyOf(filmPath("film.mkv")));
}

TEST_CASE("a film that was written anew is another one", "[media][cache]") {
    const testing::Folder folder;
    const fs::path copy = copyOf("film.mkv", folder.path, "film.mkv");
    const FilmKey before = keyOf(copy);
    fs::last_write_time(copy, fs::last_write_time(copy) + std::chrono::seconds(1));
    CHECK_FALSE(keyOf(copy) == before);
    REQUIRE_FALSE(FilmKey::of(folder.path / "gone.mkv"));
    CHECK(FilmKey::of(folder.path / "gone.mkv").error().code == "io.not-found");
    std::ofstream(folder.path / "empty.mkv");
    CHECK(FilmKey::of(folder.path / "empty.mkv"));
}

TEST_CASE("what was kept of a film is found, whole and of its version only", "[media][cache]") {
    const testing::Folder folder;
    const FilmCache cache(folder.path / "cache");
    const FilmKey film = keyOf(filmPath("film.mkv"));
    CHECK_FALSE(cache.find(film, "index", 1));
    cache.keep(film, "index", 1, kContent);
    CHECK(cache.find(film, "index", 1) == kContent);
    CHECK_FALSE(cache.find(film, "index", 2));
    CHECK_FALSE(cache.find(film, "peaks", 1));
    CHECK_FALSE(cache.find(keyOf(filmPath("film.mp4")), "index", 1));
    cache.keep(film, "index", 1, "");
    CHECK(cache.find(film, "index", 1) == "");
}

TEST_CASE("what is damaged is as if it were not there", "[media][cache]") {
    const testing::Folder folder;
    const FilmCache cache(folder.path);
    const FilmKey film = keyOf(filmPath("film.mkv"));
    cache.keep(film, "index", 1, kContent);
    const fs::path file = folder.path / film.text() / "index";
    const std::string bytes = readFile(file).value();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string flipped = bytes;
        flipped[i] = static_cast<char>(flipped[i] ^ 1);
        std::ofstream(file, std::ios::binary) << flipped;
        CHECK_FALSE(cache.find(film, "index", 1));
        std::ofstream(file, std::ios::binary) << bytes.substr(0, i);
        CHECK_FALSE(cache.find(film, "index", 1));
    }
    std::ofstream(file, std::ios::binary) << bytes << "more";
    CHECK_FALSE(cache.find(film, "index", 1));
}

TEST_CASE("a cache that cannot be written to costs nothing but time", "[media][cache]") {
    const testing::Folder folder;
    std::ofstream(folder.path / "file");
    const FilmCache cache(folder.path / "file" / "cache");
    const FilmKey film = keyOf(filmPath("film.mkv"));
    cache.keep(film, "index", 1, kContent);
    CHECK_FALSE(cache.find(film, "index", 1));
    CHECK_FALSE(cache.folderOf(film));
    CHECK(Film::open(filmPath("film.mkv"), {{}, &cache, {}}));
}

TEST_CASE("over the budget the film that was used first goes, and nothing else in the folder",
          "[media][cache]") {
    const testing::Folder folder;
    const std::string large(1000, 'x');
    const FilmCache cache(folder.path, 2500);
    fs::create_directories(folder.path / "other");
    std::ofstream(folder.path / "other" / "large") << std::string(9000, 'y');
    const FilmKey first = keyOf(filmPath("film.mkv"));
    const FilmKey second = keyOf(filmPath("film.mp4"));
    const FilmKey third = keyOf(filmPath("film.ts"));
    cache.keep(first, "index", 1, large);
    cache.keep(second, "index", 1, large);
    const auto anHourAgo = fs::file_time_type::clock::now() - std::chrono::hours(1);
    for (const FilmKey& film : {first, second})
        fs::last_write_time(folder.path / film.text(), anHourAgo);
    CHECK(cache.find(first, "index", 1));
    cache.keep(third, "index", 1, large);
    CHECK(cache.find(first, "index", 1));
    CHECK_FALSE(cache.find(second, "index", 1));
    CHECK(cache.find(third, "index", 1));
    CHECK(fs::exists(folder.path / "other" / "large"));
}

TEST_CASE("a film opened again has the same frames without being read", "[media][cache][film]") {
    const std::string name =
        GENERATE("film.mkv", "film.ts", "open.mp4", "uneven.mkv", "part2.avi", "cut.mkv");
    INFO(name);
    const testing::Folder folder;
    const FilmCache cache(folder.path / "cache");
    auto first = Film::open(filmPath(name), {{}, &cache, {}});
    REQUIRE(first);
    auto again = Film::open(filmPath(name), {{}, &cache, {}});
    REQUIRE(again);
    REQUIRE(again->frameCount() == first->frameCount());
    for (std::int64_t n = 0; n < first->frameCount(); ++n)
        REQUIRE(again->timeline().timeOf({n}) == first->timeline().timeOf({n}));
    CHECK(again->diagnostics() == first->diagnostics());
    const Frame middle{first->frameCount() / 2};
    CHECK(testing::burnedNumberOf(again->picture(middle).value()) ==
          testing::burnedNumberOf(first->picture(middle).value()));
    // That it is taken from there: another index, which a reader of the film would not make.
    const FilmKey film = keyOf(filmPath(name));
    FilmIndex index = indexFrom(cache.find(film, "index-0", kIndexFileVersion).value()).value();
    index.diagnostics.push_back({Severity::Info, 0, 0, "test.kept", "kept"});
    cache.keep(film, "index-0", kIndexFileVersion, indexBytes(index));
    CHECK(Film::open(filmPath(name), {{}, &cache, {}})->diagnostics().back().code == "test.kept");
}

TEST_CASE("an index is small, and damaged bytes are none", "[media][cache][index]") {
    FilmIndex index;
    for (std::int64_t n = 0; n < 10'000; ++n)
        index.frames.push_back({n * 1001 - 4'000'000'000, n + (n % 3 == 1 ? 2 : 0)});
    index.keys = {{-4'000'000'000, 0}, {-3'990'000'000, 9990}};
    index.diagnostics = {{Severity::Warning, 0, 0, "media.damaged", "it ends early"}};
    const std::string bytes = indexBytes(index);
    CHECK(bytes.size() < 3 * index.frames.size() + 100);
    const auto again = indexFrom(bytes);
    REQUIRE(again);
    REQUIRE(again->frames.size() == index.frames.size());
    for (std::size_t i = 0; i < index.frames.size(); ++i) {
        REQUIRE(again->frames[i].stamp == index.frames[i].stamp);
        REQUIRE(again->frames[i].order == index.frames[i].order);
    }
    CHECK(again->keys.back().stamp == -3'990'000'000);
    CHECK(again->hasStamps);
    CHECK(again->diagnostics == index.diagnostics);
    for (std::size_t size = 0; size < bytes.size(); size += 97)
        CHECK_FALSE(indexFrom(bytes.substr(0, size)));
    CHECK_FALSE(indexFrom(bytes + '\0'));
    CHECK_FALSE(indexFrom("anything else"));
}
