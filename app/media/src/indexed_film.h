// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/time/frame_timeline.h>

#include "container.h"
#include "film_index.h"
#include "film_shelf.h"

#include <cstdint>
#include <filesystem>
#include <stop_token>

namespace subs::media {

/// A film with a picture, all of whose frames are known, for work on them from the first to the
/// last.
struct IndexedFilm {
    Container container;
    AVStream* stream = nullptr;  ///< Of the picture.
    FilmIndex index;
    FrameTimeline timeline = FrameTimeline::constant({});
    FilmShelf shelf;

    std::int64_t frames() const { return static_cast<std::int64_t>(index.frames.size()); }
};

/// Opens `path`; its index is looked for and kept in `cache`, which may be null. Errors as of
/// `Film::open`, and "media.no-frames" for a film without a picture.
Result<IndexedFilm> openIndexedFilm(const std::filesystem::path& path,
                                    const std::stop_token& stop,
                                    const FilmCache* cache);

}  // namespace subs::media
