// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>

#include "container.h"
#include "film_index.h"
#include "film_shelf.h"

#include <optional>
#include <string>

namespace subs::media {

/// The index of one picture stream, where its film lies in a cache.
class KeptIndex {
public:
    KeptIndex() = default;
    KeptIndex(FilmShelf shelf, const AVStream& stream);

    std::optional<FilmIndex> find() const;
    /// As it was kept, or read of the film and kept. Errors as of `readIndex`.
    Result<FilmIndex> findOrRead(const Container& container, const AVStream& stream) const;
    void keep(const FilmIndex& index) const;

private:
    FilmShelf shelf_;
    std::string name_;
};

}  // namespace subs::media
