// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <subs/job/container_port.h>

#include "container.h"
#include "film_file.h"

#include <cstdint>
#include <vector>

namespace subs::media {

/// Which stream of the new file each stream of the old one is, and each new track.
struct RemuxStreams {
    std::vector<int> ofFilm;    ///< -1: none of its packets is copied.
    std::vector<int> ofTracks;  ///< In the order of `MuxRequest::tracks`.
    Diagnostics diagnostics;    ///< What is left out.
};

/// Makes the streams of `output`: those of the film in their order, a new track in the place of the
/// one that it replaces or else behind them, attachments, chapters and tags. Error "mux.stream".
Result<RemuxStreams> makeStreams(const Container& film,
                                 const MuxRequest& request,
                                 FilmFile& output);

/// What is taken off the stamps of `stream`: its time 0 where that lies before 0, which Matroska
/// cannot hold. All else stays where it is, so that text and picture are moved alike.
std::int64_t takenOff(const Container& film, const AVStream& stream);

}  // namespace subs::media
