// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/ports.h>
#include <subs/media/film_cache.h>

#include <memory>
#include <optional>

namespace subs::media {

/// The port of the jobs (subs/job/ports.h) fulfilled with FFmpeg and libass: what `subs-film` hands
/// to `info`, `render` and whatever else needs a film. What takes time to find out of a film is
/// kept in `cache`.
std::unique_ptr<FilmLibrary> makeFilmLibrary(std::optional<FilmCache> cache = std::nullopt);

}  // namespace subs::media
