// SPDX-License-Identifier: GPL-3.0-or-later
#include "kept_index.h"

#include "index_file.h"

#include <fmt/format.h>

#include <utility>

namespace subs::media {

Result<KeptIndex> KeptIndex::of(const Container& container,
                                const AVStream& stream,
                                const FilmCache* cache) {
    KeptIndex kept;
    if (cache == nullptr) return kept;
    auto film = FilmKey::of(container.path);
    if (!film) return tl::unexpected(film.error());
    kept.cache_ = cache;
    kept.film_ = std::move(*film);
    kept.name_ = fmt::format("index-{}", stream.index);
    return kept;
}

std::optional<FilmIndex> KeptIndex::find() const {
    if (!film_) return std::nullopt;
    const auto bytes = cache_->find(*film_, name_, kIndexFileVersion);
    return bytes ? indexFrom(*bytes) : std::nullopt;
}

Result<FilmIndex> KeptIndex::findOrRead(const Container& container, const AVStream& stream) const {
    if (auto known = find()) return *std::move(known);
    auto whole = readIndex(container, stream);
    if (whole) keep(*whole);
    return whole;
}

void KeptIndex::keep(const FilmIndex& index) const {
    if (film_) cache_->keep(*film_, name_, kIndexFileVersion, indexBytes(index));
}

}  // namespace subs::media
