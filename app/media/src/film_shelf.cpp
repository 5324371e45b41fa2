// SPDX-License-Identifier: GPL-3.0-or-later
#include "film_shelf.h"

#include <utility>

namespace subs::media {

Result<FilmShelf> FilmShelf::of(const std::filesystem::path& film, const FilmCache* cache) {
    FilmShelf shelf;
    if (cache == nullptr) return shelf;
    auto key = FilmKey::of(film);
    if (!key) return tl::unexpected(key.error());
    shelf.cache_ = cache;
    shelf.film_ = std::move(*key);
    return shelf;
}

std::optional<std::string> FilmShelf::find(std::string_view what, std::uint32_t version) const {
    return film_ ? cache_->find(*film_, what, version) : std::nullopt;
}

void FilmShelf::keep(std::string_view what, std::uint32_t version, std::string_view bytes) const {
    if (film_) cache_->keep(*film_, what, version, bytes);
}

}  // namespace subs::media
