// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/burn_port.h>
#include <subs/media/film_cache.h>

#include <memory>
#include <optional>

namespace subs::media {

/// The port of libsubs' jobs, fulfilled: frames are decoded, drawn upon in their own colours and
/// depth by libass, and encoded by x264. The film's index is looked for and kept in `cache`.
std::unique_ptr<FilmBurner> makeFilmBurner(std::optional<FilmCache> cache = std::nullopt);

}  // namespace subs::media
