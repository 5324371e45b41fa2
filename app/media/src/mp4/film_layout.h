// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/file.h>
#include <subs/base/result.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace subs::media::mp4 {

/// Where the boxes of an MP4 are that adding tracks to it has to know of.
struct FilmLayout {
    std::uint64_t size = 0;       ///< Of the file.
    std::uint64_t moovBegin = 0;  ///< The box with all tables.
    std::string moov;             ///< Its content.
    /// A box without a size of its own, the last one.
    std::optional<std::uint64_t> openBox;
    bool isQuickTime = false;  ///< By its brand, or since it has none, as the older files.
};

/// Looks at the headers of the outermost boxes of `film` and reads the tables. Error "mux.film"
/// for what cannot be added to: damage, a film that is cut off, in fragments, or compressed or
/// absent tables. Bounded in memory (512 MB of tables) and time (100,000 boxes).
Result<FilmLayout> layoutOf(const FileSource& film);

/// "mux.film", with what can be done.
tl::unexpected<Error> cannotAdd(std::string_view why);

}  // namespace subs::media::mp4
