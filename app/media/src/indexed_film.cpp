// SPDX-License-Identifier: GPL-3.0-or-later
#include "indexed_film.h"

#include "kept_index.h"

#include <fmt/format.h>

#include <utility>

namespace subs::media {
namespace {

tl::unexpected<Error> noPicture(const std::filesystem::path& path) {
    return failure("media.no-frames", fmt::format("{} has no picture", path.string()));
}

}  // namespace

Result<IndexedFilm> openIndexedFilm(const std::filesystem::path& path,
                                    const std::stop_token& stop,
                                    const FilmCache* cache) {
    auto container = openContainer(path, stop);
    if (!container) return tl::unexpected(container.error());
    IndexedFilm film;
    film.container = std::move(*container);
    film.stream = pictureStreamOf(film.container);
    if (film.stream == nullptr) return noPicture(path);
    auto shelf = FilmShelf::of(film.container.path, cache);
    if (!shelf) return tl::unexpected(shelf.error());
    film.shelf = std::move(*shelf);
    auto index = KeptIndex(film.shelf, *film.stream).findOrRead(film.container, *film.stream);
    if (!index) return tl::unexpected(index.error());
    film.index = std::move(*index);
    if (film.index.frames.empty()) return noPicture(path);
    const FrameRate nominal = nominalRateOf(film.container, *film.stream).value_or(FrameRate());
    auto timeline = timelineOf(film.container, *film.stream, film.index, nominal);
    if (!timeline) return tl::unexpected(timeline.error());
    film.timeline = std::move(*timeline);
    return film;
}

}  // namespace subs::media
