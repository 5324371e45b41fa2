// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/timing/shots.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace subs::media {

/// What was found in a stretch of a film.
struct SearchedShots {
    Shots shots;
    std::int64_t missing = 0;  ///< Frames that could not be decoded.
    std::size_t damage = 0;    ///< Pictures that came damaged.
};

/// Of the bytes below; to be raised with every change of them or of what is found.
inline constexpr std::uint32_t kShotsFileVersion = 1;

/// The shots of a whole film as bytes, to be kept: some two a shot.
std::string shotsBytes(const SearchedShots& found);
/// The same shots again; nothing where the bytes are not those of a film of `frames` frames.
std::optional<SearchedShots> shotsFrom(std::string_view bytes, std::int64_t frames);

}  // namespace subs::media
