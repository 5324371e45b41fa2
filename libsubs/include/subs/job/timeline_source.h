// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/job/ports.h>
#include <subs/time/frame_timeline.h>

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string>

namespace subs {

/// Where a job's frames come from; at most one of the three is named.
struct TimelineSource {
    std::string rate = {};                      ///< "23.976"
    std::string timecodes = {};                 ///< Name of a timecode file.
    std::string film = {};                      ///< Name of a film; needs a film library.
    FilmOrigin origin = FilmOrigin::Container;  ///< Of the film.
};

/// The frames that a job counts in.
struct KnownFrames {
    FrameTimeline timeline;
    std::string source = {};  ///< Name of the film or timecode file; empty for a rate.
    /// The first number behind them; nothing where they go on at a rate that is known.
    std::optional<Frame> end = {};
    bool isCutShort = false;            ///< The film has more frames than can be read.
    Diagnostics diagnostics = {};       ///< About the film.
    std::optional<double> aspect = {};  ///< Of the film's picture as shown: width by height.
};

/// The shape of the picture: that of the film behind `frames`, where one is known, else
/// `otherwise`.
std::optional<double> aspectOf(const KnownFrames* frames, std::optional<double> otherwise);

/// The frames of `source`, or nothing where it names none. Those of a film, and of a timecode file
/// that lists every stamp (version 2), end with the last one. Errors are about the film or the
/// timecode file, with its line.
Result<std::optional<KnownFrames>> knownFramesOf(const TimelineSource& source,
                                                 FilmLibrary* films,
                                                 std::stop_token stop = {});

/// What is to be said of `frame`, which `line` asks for, where `frames` have an end and no such
/// frame. Code "time.no-such-frame".
std::optional<Diagnostic> noSuchFrame(Frame frame, std::uint32_t line, const KnownFrames& frames);

}  // namespace subs
