// SPDX-License-Identifier: MIT
#pragma once

#include <subs/job/extract.h>

#include <filesystem>
#include <span>
#include <vector>

namespace subs::tracks {

/// The tracks that `options` ask for, in the order of the container; text tracks that are not known
/// here are left out and told where all are taken. Errors as of `extracted`.
Result<std::vector<TextTrack>> chosenTracks(const ContainerFacts& facts,
                                            const ExtractOptions& options,
                                            Diagnostics& diagnostics);

/// FILM.km.srt for each track: its language, "forced" before it where it is so, and the track's
/// number where two would have one name. `formats` are those of the tracks.
std::vector<std::filesystem::path> trackNames(const std::filesystem::path& film,
                                              std::span<const TextTrack> tracks,
                                              std::span<const Format* const> formats);

}  // namespace subs::tracks
