// SPDX-License-Identifier: GPL-3.0-or-later
#include <subs/base/file.h>
#include <subs/media/film_cache.h>
#include <subs/media/user_folder.h>

#include "deflate.h"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>
#include <vector>

namespace subs::media {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = "subs film cache";

/// The line that a file begins with.
std::string headOf(std::uint32_t version, std::string_view bytes) {
    return fmt::format("{} {} {} {:08x}\n", kMark, version, bytes.size(), checksumOf(bytes));
}

/// The folder of one film.
struct Held {
    fs::path folder;
    fs::file_time_type used;
    std::uint64_t size = 0;
};

/// What else lies in the folder is left alone.
bool isKey(const std::string& name) {
    constexpr std::size_t kDigits = 32;
    return name.size() == kDigits &&
           name.find_first_not_of("0123456789abcdef") == std::string::npos;
}

std::uint64_t sizeOf(const fs::path& folder) {
    std::uint64_t size = 0;
    std::error_code error;
    for (fs::directory_iterator each(folder, error), end; !error && each != end;
         each.increment(error)) {
        std::error_code unknown;
        const std::uintmax_t bytes = each->file_size(unknown);
        if (!unknown) size += bytes;
    }
    return size;
}

std::vector<Held> heldIn(const fs::path& root) {
    std::vector<Held> all;
    std::error_code error;
    for (fs::directory_iterator each(root, error), end; !error && each != end;
         each.increment(error)) {
        std::error_code unknown;
        const auto used = each->last_write_time(unknown);
        if (!unknown && isKey(each->path().filename().string()) && each->is_directory(unknown))
            all.push_back({each->path(), used, sizeOf(each->path())});
    }
    return all;
}

}  // namespace

std::optional<FilmCache> FilmCache::ofUser() {
    const auto folder = userFolder("XDG_CACHE_HOME", ".cache");
    if (!folder) return std::nullopt;
    return FilmCache(*folder / "subs/films");
}

std::optional<fs::path> FilmCache::folderOf(const FilmKey& film) const {
    fs::path folder = folder_ / film.text();
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return std::nullopt;
    return folder;
}

fs::path FilmCache::fileOf(const FilmKey& film, std::string_view what) const {
    return folder_ / film.text() / what;
}

std::optional<std::string> FilmCache::find(const FilmKey& film,
                                           std::string_view what,
                                           std::uint32_t version) const {
    auto bytes = readFile(fileOf(film, what));
    if (!bytes) return std::nullopt;
    const std::size_t headSize = bytes->find('\n') + 1;
    std::string content = bytes->substr(headSize);
    if (std::string_view(*bytes).substr(0, headSize) != headOf(version, content))
        return std::nullopt;
    // The time of the folder says when the film was opened last.
    std::error_code unused;
    fs::last_write_time(folder_ / film.text(), fs::file_time_type::clock::now(), unused);
    return content;
}

void FilmCache::keep(const FilmKey& film,
                     std::string_view what,
                     std::uint32_t version,
                     std::string_view bytes) const {
    if (!folderOf(film)) return;
    const std::string head = headOf(version, bytes);
    (void)writeFileAtomically(fileOf(film, what), head + std::string(bytes));
    makeRoom(film);
}

/// Takes away whole films, that of `film` last.
void FilmCache::makeRoom(const FilmKey& film) const {
    std::vector<Held> all = heldIn(folder_);
    std::uint64_t size = 0;
    for (const Held& each : all)
        size += each.size;
    std::ranges::sort(all, {}, &Held::used);
    for (const Held& each : all) {
        if (size <= budget_) return;
        if (each.folder.filename() == film.text()) continue;
        std::error_code error;
        fs::remove_all(each.folder, error);
        size -= each.size;
    }
}

}  // namespace subs::media
