// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/result.h>
#include <subs/job/ports.h>
#include <subs/time/frame_timeline.h>

#include <optional>
#include <stop_token>
#include <string>

namespace subs {

/// Where a job's frames come from; at most one is named.
struct TimelineSource {
    std::string rate = {};       ///< "23.976"
    std::string timecodes = {};  ///< Name of a timecode file.
    std::string film = {};       ///< Name of a film; needs a film library.
};

/// The frames of `source`, or nothing where it names none. Errors name the file.
Result<std::optional<FrameTimeline>> timelineOf(const TimelineSource& source,
                                                FilmLibrary* films,
                                                std::stop_token stop = {});

}  // namespace subs
