// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>
#include <subs/media/film_cache.h>

#include "container.h"
#include "film_index.h"

#include <optional>
#include <string>

namespace subs::media {

/// The place of the index of one picture stream in a cache; none where there is no cache.
class KeptIndex {
public:
    /// `cache` is borrowed, and may be null. The io.* errors of `FilmKey`.
    static Result<KeptIndex> of(const Container& container,
                                const AVStream& stream,
                                const FilmCache* cache);

    std::optional<FilmIndex> find() const;
    /// As it was kept, or read of the film and kept. Errors as of `readIndex`.
    Result<FilmIndex> findOrRead(const Container& container, const AVStream& stream) const;
    void keep(const FilmIndex& index) const;

private:
    const FilmCache* cache_ = nullptr;
    std::optional<FilmKey> film_;
    std::string name_;
};

}  // namespace subs::media
