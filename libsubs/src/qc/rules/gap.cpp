// SPDX-License-Identifier: MIT
#include "qc/rule.h"
#include "qc/time_limits.h"
#include "qc/wording.h"

#include <fmt/format.h>

namespace subs::rules_of {
namespace {

/// Frames of the film between two cues that show neither.
std::int64_t framesBetween(const FrameTimeline& film, Time end, Time start) {
    return film.startFrameAt(start).number - film.endFrameAt(end).number - 1;
}

Violation tooFewFrames(std::int64_t frames, int limit) {
    const std::string least = std::to_string(limit);
    return {{},
            static_cast<double>(frames),
            static_cast<double>(limit),
            "frames",
            fmt::format("the gap before it is {}; at least {} {} needed",
                        quantity(std::to_string(frames), "frame"),
                        quantity(least, "frame"),
                        isOrAre(least))};
}

Violation tooShort(Time gap, Time limit, int frames) {
    const double measured = inMilliseconds(gap);
    return {{},
            measured,
            inMilliseconds(limit),
            "ms",
            fmt::format("the gap before it is {} ms; at least {} ms ({} at 24 a second) are needed",
                        roundedDown(measured),
                        plainNumber(inMilliseconds(limit)),
                        quantity(std::to_string(frames), "frame"))};
}

}  // namespace

void gap(const RuleContext& context, Violations& violations) {
    if (!context.profile.minGapFrames || !context.before) return;
    const Time end = *context.before->end;
    const Time start = context.cue.start;
    if (start < end) return;
    const int least = *context.profile.minGapFrames;
    const FrameTimeline* film = context.options.timeline;
    const Time limit = lengthOfFrames(least, film);
    const bool isShort = lengthBetween(context.document, end, start).isBelow(limit);
    if (!film) {
        if (isShort) violations.push_back(tooShort(start - end, limit, least));
        return;
    }
    const std::int64_t frames = framesBetween(*film, end, start);
    if (frames < least && (isShort || !film->isConstant()))
        violations.push_back(tooFewFrames(frames, least));
}

}  // namespace subs::rules_of
