// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/media/film_cache.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace subs::media {

/// The place of one film in a cache; without a cache nothing is there, and nothing is kept.
class FilmShelf {
public:
    FilmShelf() = default;
    /// `cache` is borrowed, and may be null. The io.* errors of `FilmKey`.
    static Result<FilmShelf> of(const std::filesystem::path& film, const FilmCache* cache);

    /// As `FilmCache::find` and `keep`.
    std::optional<std::string> find(std::string_view what, std::uint32_t version) const;
    void keep(std::string_view what, std::uint32_t version, std::string_view bytes) const;

private:
    const FilmCache* cache_ = nullptr;
    std::optional<FilmKey> film_;
};

}  // namespace subs::media
