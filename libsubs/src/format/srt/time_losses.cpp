// SPDX-License-Identifier: MIT
#include "format/srt/time_losses.h"

#include <subs/format/features.h>
#include <subs/time/largest_time.h>

#include "format/srt/cue_layout.h"
#include "format/srt/time_line.h"

#include <string>

namespace subs::srt {
namespace {

/// True where `time` is spelt in the file that `cue` is from, and stays as it is there.
bool isSpelt(const Document& document, const Cue& cue, Time time) {
    if (!isInItsFile(document, cue)) return false;
    const auto layout = layoutOf(document.origin->stretch(cue.piece.index));
    return layout && (layout->times.start == time || layout->times.end == time);
}

std::string spelled(Time time) {
    std::string text;
    appendTime(text, time.nearestMilliseconds());
    return text;
}

void reportTime(const Document& document,
                const EdgeRounder& edges,
                const Cue& cue,
                Time time,
                LossReport& losses) {
    if (edges.clamps(time)) {
        losses.add(feature::kNegativeTime,
                   LossSeverity::Approximated,
                   cue.id,
                   spelled(time),
                   "00:00:00,000");
    } else if (isTooLarge(time)) {
        if (isSpelt(document, cue, time)) return;
        losses.add(feature::kTimeRange,
                   LossSeverity::Approximated,
                   cue.id,
                   "a time too large to be worked with",
                   spelled(time));
    } else if (!edges.isExact(time) && !isInItsFile(document, cue)) {
        losses.add(feature::kTimePrecision,
                   LossSeverity::Info,
                   cue.id,
                   std::to_string(time.flicks()) + " flicks",
                   spelled(time));
    }
}

}  // namespace

bool isInItsFile(const Document& document, const Cue& cue) {
    return document.format == "srt" && document.origin &&
           cue.piece.index < document.origin->pieces.size();
}

void reportTimes(const Document& document,
                 const EdgeRounder& edges,
                 std::size_t index,
                 LossReport& losses) {
    const Cue& cue = document.cues[index];
    reportTime(document, edges, cue, cue.start, losses);
    // What has no end in its file is not given one there.
    if (!cue.end && isInItsFile(document, cue)) return;
    reportTime(document, edges, cue, edges.endOf(index), losses);
    if (!cue.end) {
        losses.add(feature::kMissingEnd,
                   LossSeverity::Approximated,
                   cue.id,
                   "no end",
                   spelled(edges.endOf(index)));
    }
}

}  // namespace subs::srt
