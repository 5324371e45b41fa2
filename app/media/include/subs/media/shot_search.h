// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/shot_finder.h>
#include <subs/media/film_cache.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <stop_token>

namespace subs::media {

/// The cuts, dissolves and fades of a film: one pass that decodes all frames, in order, on as many
/// threads as FFmpeg likes. A frame's number is that of its time in the index, so that a damaged
/// one moves no other; it is taken to look as the one before it. Memory is the same however long
/// the film is, but for the index and the answer. The index and the shots of a whole film
/// are looked for and kept in `cache`, which may be null. Errors as of `ShotFinder::found`.
Result<FoundShots> findShots(const ShotRequest& request,
                             const ShotWatch& watch = {},
                             const FilmCache* cache = nullptr);

/// Those of a whole film that were kept in `cache`, without decoding a frame; nothing where there
/// are none.
std::optional<FoundShots> keptShots(const std::filesystem::path& film,
                                    const FilmCache* cache,
                                    const std::stop_token& stop = {});

/// The same as the port of libsubs' jobs.
std::unique_ptr<ShotFinder> makeShotFinder(std::optional<FilmCache> cache = std::nullopt);

}  // namespace subs::media
