// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>

#include "mp4/box.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace subs::media::mp4 {

/// A track as its table has it.
struct MovieTrack {
    std::size_t begin = 0;  ///< Of its `trak` in the content of the `moov`.
    std::size_t size = 0;
    std::uint32_t id = 0;
    std::uint16_t alternateGroup = 0;  ///< Tracks of one group stand for each other; 0 is none.
    std::size_t flagsAt = 0;           ///< Where the lowest byte of its flags is.
};

/// The head of the tables, `mvhd`.
struct MovieHeader {
    std::size_t begin = 0;  ///< Of the box in the content of the `moov`.
    std::size_t size = 0;
    std::uint32_t timeScale = 0;  ///< Ticks a second.
    std::optional<std::uint64_t> duration;
    std::uint32_t nextTrackId = 0;
};

/// A table that is to be added.
struct TrackToAdd {
    std::string trak;
    std::uint32_t id = 0;
    std::uint64_t duration = 0;            ///< In the movie's ticks.
    std::optional<std::size_t> inPlaceOf;  ///< Of `Movie::tracks`.
};

/// The tables of an MP4 (ISO/IEC 14496-12, 8.2 and 8.3): what is known here of them is their bytes
/// and where the few things stand that adding a track changes.
class Movie {
public:
    /// `content` is that of a `moov`. Error "mux.film".
    static Result<Movie> parsed(std::string content);

    const MovieHeader& header() const { return header_; }
    const std::vector<MovieTrack>& tracks() const { return tracks_; }
    std::optional<std::size_t> indexOf(std::uint32_t id) const;
    /// `count` ids that no track has.
    std::vector<std::uint32_t> freeIds(std::size_t count) const;
    std::uint16_t freeGroup() const;

    /// The whole box with more tracks, and `disabled` (of `tracks`) no longer enabled.
    std::string with(std::span<const TrackToAdd> more, std::span<const std::size_t> disabled) const;

private:
    Movie() = default;
    Result<void> take(const Box& box);
    Result<void> takeHeader(std::string_view content);
    Result<void> takeTrack(std::string_view trak, std::size_t contentBegin);

    std::string content_;
    MovieHeader header_;
    std::vector<MovieTrack> tracks_;
};

}  // namespace subs::media::mp4
