// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/time/frame_timeline.h>
#include <subs/timing/shots.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>

/// The shots of a film, which are found through this port: libsubs decodes no film. The film
/// library (app/media) fulfils it; `subs-film` hands it to the command.
namespace subs {

struct ShotRequest {
    std::filesystem::path film;
    /// Only what is cut, or changes, in these frames; nothing: in the whole film.
    std::optional<FrameRange> range = {};
};

struct FoundShots {
    Shots shots;
    std::int64_t frames = 0;                               ///< Of the whole film.
    FrameTimeline timeline = FrameTimeline::constant({});  ///< When they begin.
    Diagnostics diagnostics;                               ///< Damage of the film.
};

/// How far a search is.
struct ShotProgress {
    std::int64_t done = 0;    ///< Frames that were looked at.
    std::int64_t frames = 0;  ///< Frames that are to be.
    const Shots& found;       ///< What is certain so far; borrowed for the call.
};

/// Told on the thread that searches, some times a second of film.
struct ShotWatch {
    std::stop_token stop = {};
    std::function<void(const ShotProgress&)> progress = {};
};

/// Finds shots. Each call stands alone and may be made from any thread.
class ShotFinder {
public:
    ShotFinder() = default;
    ShotFinder(const ShotFinder&) = delete;
    ShotFinder& operator=(const ShotFinder&) = delete;
    virtual ~ShotFinder() = default;

    /// Errors as of `FilmLibrary::facts`; "media.no-frames" for a film without pictures,
    /// "media.no-frame" for a range outside of it, "media.cancelled".
    virtual Result<FoundShots> found(const ShotRequest& request, const ShotWatch& watch) = 0;
};

}  // namespace subs
