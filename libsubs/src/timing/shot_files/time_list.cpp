// SPDX-License-Identifier: MIT
#include <subs/text/newline.h>
#include <subs/time/clock.h>

#include "timing/shot_files/reader.h"

#include <fmt/format.h>

namespace subs::shot_files {
namespace {

bool isComment(std::string_view line) {
    return line.empty() || line.starts_with('#');
}

/// "12.345", "12,345" or "0:00:12.345"; what stands behind the first blank, tab or semicolon is not
/// read.
Result<Time> timeIn(std::string_view line) {
    return parseClock(line.substr(0, line.find_first_of(" \t;")));
}

bool recognises(std::string_view text) {
    for (LineReader lines(text); lines.next();) {
        const std::string_view line = trimmed(lines.line());
        if (!isComment(line)) return timeIn(line).has_value();
    }
    return false;
}

Result<void> read(std::string_view text, ShotReading& reading) {
    const auto moments = Moments::of(reading.options);
    if (!moments) return tl::unexpected(moments.error());
    bool isWhole = true;
    for (LineReader lines(text); lines.next();) {
        const std::string_view line = trimmed(lines.line());
        if (isComment(line)) continue;
        isWhole = isWhole && frameNumberIn(line).has_value();
        if (const auto time = timeIn(line))
            reading.shots.cuts.push_back(moments->frameOf(*time));
        else
            reading.warn(lines.number(),
                         "shots.bad-line",
                         "this is no time, in seconds or as 0:01:02.345; left out");
    }
    if (isWhole && reading.shots.cuts.size() > 1)
        reading.warn(0,
                     "shots.whole-seconds",
                     "all times are whole numbers; they are taken as seconds, not as frames");
    return {};
}

}  // namespace

const ShotFileReader kTimesReader = {{"times", "a time a line"}, recognises, read};

}  // namespace subs::shot_files
