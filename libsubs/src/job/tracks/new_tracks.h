// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/mux.h>

#include <vector>

namespace subs::tracks {

/// A track that is to be written, and what is to be said of it.
struct MadeTrack {
    NewTextTrack track;
    MuxedTrack said;
    std::vector<AttachedFile> fonts;
};

/// What tracks are made for.
struct TrackTarget {
    ContainerKind kind = ContainerKind::Matroska;
    TextRoom room;  ///< Of MP4.
};

/// The track of a subtitle file. Errors name the file.
Result<MadeTrack> trackOfFile(const MuxInput& input,
                              const DocumentOptions& reading,
                              const TrackTarget& target);

/// A track of the film in a codec that Matroska has, in its own place; its own codec is none.
Result<MadeTrack> trackOfTrack(const TextTrack& track, const std::vector<TextPacket>& packets);

}  // namespace subs::tracks
