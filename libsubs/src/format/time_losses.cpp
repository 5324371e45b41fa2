// SPDX-License-Identifier: MIT
#include "format/time_losses.h"

#include <subs/format/features.h>
#include <subs/time/clock.h>
#include <subs/time/fraction.h>
#include <subs/time/largest_time.h>

#include "time/shown_milliseconds.h"

namespace subs {
namespace {

class TimeReporter {
public:
    TimeReporter(const Document& document,
                 const Cue& cue,
                 const EdgeRounder& edges,
                 const TimeWords& words,
                 LossReport& losses)
        : document_(document),
          cue_(cue),
          edges_(edges),
          words_(words),
          losses_(losses),
          isOwn_(isInItsFile(document, cue, words.format)) {}

    void report(Time time) {
        if (edges_.clamps(time)) {
            lose(feature::kNegativeTime,
                 LossSeverity::Approximated,
                 clockText(time),
                 words_.spelled(Time()));
        } else if (isTooLarge(time)) {
            if (isSpelt(time)) return;
            lose(feature::kTimeRange,
                 LossSeverity::Approximated,
                 "a time too large to be worked with",
                 words_.spelled(time));
        } else if (!edges_.isExact(time) && !isSpelt(time)) {
            lose(
                feature::kTimePrecision, LossSeverity::Info, shownTime(time), words_.spelled(time));
        }
    }

    void reportMissingEnd(Time end) {
        lose(feature::kMissingEnd, LossSeverity::Approximated, "no end", words_.spelled(end));
    }

    bool isOwn() const { return isOwn_; }

private:
    bool isSpelt(Time time) const { return isOwn_ && words_.isSpelt(document_, cue_, time); }

    void lose(std::string_view feature,
              LossSeverity severity,
              const std::string& before,
              const std::string& after) {
        losses_.add(feature, severity, cue_.id, before, after);
    }

    const Document& document_;
    const Cue& cue_;
    const EdgeRounder& edges_;
    const TimeWords& words_;
    LossReport& losses_;
    bool isOwn_;
};

}  // namespace

std::string shownTime(Time time) {
    return shownMilliseconds(exactMilliseconds(time)) + " ms";
}

LossSeverity severityOfSteps(Time unit) {
    constexpr Time kUnseen = Time::fromMilliseconds(10);
    return unit > kUnseen ? LossSeverity::Approximated : LossSeverity::Info;
}

bool isInItsFile(const Document& document, const Cue& cue, std::string_view format) {
    return document.format == format && document.origin &&
           cue.piece.index < document.origin->pieces.size();
}

void reportTimes(const Document& document,
                 const EdgeRounder& edges,
                 std::size_t index,
                 const TimeWords& words,
                 LossReport& losses) {
    const Cue& cue = document.cues[index];
    TimeReporter reporter(document, cue, edges, words, losses);
    reporter.report(cue.start);
    // What has no end in its file is not given one there.
    if (!cue.end && reporter.isOwn()) return;
    reporter.report(edges.endOf(index));
    if (!cue.end) reporter.reportMissingEnd(edges.endOf(index));
}

}  // namespace subs
