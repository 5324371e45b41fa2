// SPDX-License-Identifier: GPL-3.0-or-later
#include "kept_index.h"

#include "index_file.h"

#include <fmt/format.h>

namespace subs::media {

Result<FilmIndex> keptIndex(const Container& container,
                            const AVStream& stream,
                            const FilmCache* cache) {
    if (cache == nullptr) return readIndex(container, stream);
    const auto film = FilmKey::of(container.path);
    if (!film) return tl::unexpected(film.error());
    const std::string name = fmt::format("index-{}", stream.index);
    if (const auto kept = cache->find(*film, name, kIndexFileVersion))
        if (auto index = indexFrom(*kept)) return *std::move(index);
    auto index = readIndex(container, stream);
    if (index) cache->keep(*film, name, kIndexFileVersion, indexBytes(*index));
    return index;
}

}  // namespace subs::media
