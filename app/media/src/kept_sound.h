// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/base/result.h>

#include "container.h"
#include "film_file.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <vector>

namespace subs::media {

/// The sound of a film, packet by packet as it is, on its way into another: read in a container of
/// its own, so that whoever decodes the pictures may be anywhere.
class KeptSound {
public:
    /// Adds all streams of sound in `film` to `output`, which is not begun. Error "mux.stream" for
    /// one that it has no place for.
    static Result<KeptSound> open(const std::filesystem::path& film,
                                  const std::stop_token& stop,
                                  FilmFile& output);

    /// Writes what is heard up to `time` of the film; all that is left where there is none. Stamps
    /// count from film time 0.
    Result<void> copyUpTo(std::optional<Time> time, FilmFile& output);
    /// Packets that the film hides, which prime a decoder and are never heard: left out.
    std::size_t hidden() const { return hidden_; }

private:
    KeptSound() = default;
    Result<void> write(FilmFile& output);

    std::optional<Container> film_;  ///< Nothing where there is no sound.
    PacketHandle packet_;
    bool isWaiting_ = false;    ///< `packet_` is still to be written.
    std::vector<int> targets_;  ///< Of each stream of the film; -1: none.
    std::size_t hidden_ = 0;
};

}  // namespace subs::media
