// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/media/film_cache.h>

#include "container.h"
#include "film_index.h"

namespace subs::media {

/// The index of `stream` as it was kept in `cache`, or a new one, which is kept there. Without a
/// cache as `readIndex`.
Result<FilmIndex> keptIndex(const Container& container,
                            const AVStream& stream,
                            const FilmCache* cache);

}  // namespace subs::media
