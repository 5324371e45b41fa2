// SPDX-License-Identifier: MIT
#pragma once

#include <subs/format/loss_report.h>
#include <subs/model/document.h>

#include "format/edges.h"

#include <cstddef>
#include <string>

namespace subs {

/// How a format writes times, and what it has in its own files.
struct TimeWords {
    std::string (*spelled)(Time time);
    /// True where the piece of `cue` in the file that `document` is from spells `time`.
    bool (*isSpelt)(const Document& document, const Cue& cue, Time time);
    std::string_view format;  ///< Its id.
};

/// "1500.25 ms", as messages show it (time/shown_milliseconds.h).
std::string shownTime(Time time);

/// What is lost where times move to the nearest of steps of `unit`: nothing that is seen where it
/// is at most a hundredth of a second; beyond that it may be another frame of a film.
LossSeverity severityOfSteps(Time unit);

/// True of a cue that was read from the file of `format` that `document` is from.
bool isInItsFile(const Document& document, const Cue& cue, std::string_view format);

/// Reports what the times of `document.cues[index]` lose when they are written.
void reportTimes(const Document& document,
                 const EdgeRounder& edges,
                 std::size_t index,
                 const TimeWords& words,
                 LossReport& losses);

}  // namespace subs
