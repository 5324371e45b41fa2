// SPDX-License-Identifier: MIT
#include <subs/text/newline.h>

#include "timing/shot_files/reader.h"

namespace subs::shot_files {
namespace {

/// scdet says the time of each cut, whatever else is printed of other frames.
constexpr std::string_view kCutTime = "lavfi.scd.time";
/// Of a frame that a filter let through.
constexpr std::string_view kFrameTime = "pts_time:";

bool recognises(std::string_view text) {
    return text.find(kCutTime) != std::string_view::npos ||
           text.find(kFrameTime) != std::string_view::npos;
}

/// "lavfi.scd.time=1.25" (metadata=print) or "lavfi.scd.time: 1.25" (scdet's own log).
std::optional<std::string_view> cutTimeIn(std::string_view line) {
    const std::size_t at = line.find(kCutTime);
    if (at == std::string_view::npos || at + kCutTime.size() >= line.size()) return std::nullopt;
    const std::string_view rest = line.substr(at + kCutTime.size());
    if (rest.front() != '=' && rest.front() != ':') return std::nullopt;
    const std::string_view value = trimmed(rest.substr(1));
    return value.substr(0, value.find_first_of(" ,\t"));
}

/// A printed frame of each cut: what `select=gt(scene\,0.4),showinfo` and `...,metadata=print`
/// print. Where scdet has told the times of cuts, the other lines are of any frame.
Result<void> read(std::string_view text, ShotReading& reading) {
    const auto moments = Moments::of(reading.options);
    if (!moments) return tl::unexpected(moments.error());
    const bool hasCutTimes = text.find(kCutTime) != std::string_view::npos;
    for (LineReader lines(text); lines.next();) {
        const auto value =
            hasCutTimes ? cutTimeIn(lines.line()) : valueOf(lines.line(), kFrameTime);
        if (!value) continue;
        const auto seconds = parseFraction(*value);
        if (seconds)
            reading.shots.cuts.push_back(moments->frameOf(timeFromSeconds(*seconds)));
        else
            reading.warn(lines.number(), "shots.bad-line", "this is no time in seconds; left out");
    }
    return {};
}

}  // namespace

const ShotFileReader kFfmpegReader = {
    {"ffmpeg", "FFmpeg's showinfo, metadata and scdet"}, recognises, read};

}  // namespace subs::shot_files
