// SPDX-License-Identifier: MIT
#include <subs/text/newline.h>

#include "timing/shot_files/reader.h"

namespace subs::shot_files {
namespace {

constexpr std::string_view kHeader = "# keyframe format v1";

bool recognises(std::string_view text) {
    return firstLine(text).starts_with(kHeader);
}

/// The header, "fps 0" (which nobody heeds), and a frame number a line.
Result<void> read(std::string_view text, ShotReading& reading) {
    LineReader lines(text);
    lines.next();
    while (lines.next()) {
        const std::string_view line = trimmed(lines.line());
        if (line.empty() || line.starts_with('#') || line.starts_with("fps")) continue;
        if (const auto frame = frameNumberIn(line))
            reading.cut(*frame);
        else
            reading.warn(lines.number(), "shots.bad-line", "this is no frame number; left out");
    }
    return {};
}

}  // namespace

const ShotFileReader kKeyframesReader = {
    {"keyframes", "Aegisub keyframe format v1"}, recognises, read};

}  // namespace subs::shot_files
