// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/ports.h>

#include <memory>

namespace subs::media {

/// The port of the jobs (subs/job/ports.h) fulfilled with FFmpeg and libass: what `subs-film` hands
/// to `info`, `render` and whatever else needs a film.
std::unique_ptr<FilmLibrary> makeFilmLibrary();

}  // namespace subs::media
