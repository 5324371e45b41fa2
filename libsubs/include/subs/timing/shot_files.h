// SPDX-License-Identifier: MIT
#pragma once

#include <subs/base/diagnostic.h>
#include <subs/base/result.h>
#include <subs/time/frame_rate.h>
#include <subs/time/frame_timeline.h>
#include <subs/timing/shots.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Lists of shot changes that other programs wrote, and our own.
namespace subs {

/// What frames are, for files that say something else.
struct ShotFileOptions {
    /// The film's, for files that have times: a time is the frame that begins nearest to it.
    /// Borrowed.
    const FrameTimeline* timeline = nullptr;
    /// Of an EDL's time codes, and of times where there is no timeline; nothing: the timeline's
    /// average.
    std::optional<FrameRate> rate = {};
    /// The frame number, counted from the time code 00:00:00:00, of an EDL that is the film's first
    /// frame; nothing: where its first event is recorded.
    std::optional<Frame> edlStart = {};
};

struct ReadShots {
    std::string_view format;  ///< Its id, see `shotFileFormats`.
    Shots shots;              ///< As `ordered` makes them.
    Diagnostics diagnostics;  ///< Lines that could not be read, and what was taken to be what.
};

/// What is said of a format that can be read.
struct ShotFileInfo {
    std::string_view id;
    std::string_view name;
};

/// All formats: "keyframes" (Aegisub's keyframe format v1), "xvid", "divx" and "x264" (statistics
/// of a first pass, those of FFmpeg's own encoders too), "qpfile" (also as WWXD writes it), "edl"
/// (CMX 3600), "ffmpeg" (what its filters showinfo, metadata and scdet print), "json" (of `subs
/// shots`) and "times" (a time a line, in seconds or as a clock).
std::span<const ShotFileInfo> shotFileFormats();

/// Reads a list of whatever format its content is in. Lines that cannot be read are left out and
/// told of. Keyframes are taken as cuts: that an encoder put a key there for another reason is not
/// known. Errors: "shots.unknown-format"; "shots.no-rate" where times or time codes have neither a
/// timeline nor a rate; "shots.bad-json".
Result<ReadShots> readShotFile(std::string_view bytes, const ShotFileOptions& options = {});

/// `{"frames":147000,"rate":"24000/1001","cuts":[168,336],"transitions":[{"kind":"dissolve","from":412,
/// "to":430}]}`, one line: what `subs shots --json` prints and `readShotFile` reads.
std::string shotsJson(const Shots& shots, std::int64_t frames, FrameRate rate);

}  // namespace subs
