// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "film_index.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace subs::media {

/// Of the bytes below; to be raised with every change of them or of how an index is made.
inline constexpr std::uint32_t kIndexFileVersion = 1;

/// An index as bytes, to be kept: some three a frame, since steps from frame to frame are written
/// compactly (byte_order.h).
std::string indexBytes(const FilmIndex& index);
/// The same index again; nothing where the bytes are not those of one, or are of another version of
/// libavformat, which may see other times in the same film.
std::optional<FilmIndex> indexFrom(std::string_view bytes);

}  // namespace subs::media
