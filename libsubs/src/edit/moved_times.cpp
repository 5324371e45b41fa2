// SPDX-License-Identifier: MIT
#include <subs/edit/moved_times.h>
#include <subs/time/clock.h>
#include <subs/time/largest_time.h>

#include "edit/cut_tags.h"
#include "edit/timed_effect.h"
#include "model/inner_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace subs {
namespace {

Time movedTime(Time time, const TimeMove& move) {
    return isTooLarge(time) ? time : move(time);
}

/// Where the number of "\k30" begins, or the end where it has none.
std::size_t firstDigit(std::string_view tag) {
    return std::min(tag.find_first_of("0123456789"), tag.size());
}

/// Moves the syllables of one cue, in their order.
class SyllableMover {
public:
    SyllableMover(Time start, const TimeMove& move)
        : start_(start), newStart_(movedTime(start, move)), move_(move) {}

    /// `tag` is "\k" and how long its syllable is sung, in hundredths of a second; "\kt" says
    /// where the next one begins.
    void move(std::string& tag) {
        const std::size_t at = firstDigit(tag);
        std::int64_t length = 0;
        const auto read = std::from_chars(tag.data() + at, tag.data() + tag.size(), length);
        constexpr std::int64_t kMost = 360'000'000;  // a thousand hours
        if (read.ec != std::errc() || length > kMost) return;
        const bool isMoment = tag.starts_with("\\kt");
        if (isMoment) end_ = newEnd_ = 0;
        const Time begin = timeAt(end_);
        end_ += length;
        const bool fills = tag.starts_with("\\kf") || tag.starts_with("\\K");
        cutsFill_ = cutsFill_ || (fills && begin < newStart_ && timeAt(end_) > newStart_);
        const Time end = movedTime(timeAt(end_), move_) - newStart_;
        const std::int64_t newEnd = end.nearestCentiseconds();
        tag.replace(at,
                    static_cast<std::size_t>(read.ptr - tag.data()) - at,
                    fmt::format("{}", std::max<std::int64_t>(0, newEnd - newEnd_)));
        newEnd_ = newEnd;
    }

    /// True where a syllable was half filled at what is the start now; of cues that were cut.
    bool cutsFill() const { return cutsFill_; }

private:
    Time timeAt(std::int64_t hundredths) const {
        return start_ + Time::fromCentiseconds(hundredths);
    }

    Time start_;
    Time newStart_;
    const TimeMove& move_;
    std::int64_t end_ = 0;  ///< Of the syllables so far, from the start of the cue.
    std::int64_t newEnd_ = 0;
    bool cutsFill_ = false;
};

}  // namespace

void moveTimes(Cue& cue, const TimeMove& move) {
    SyllableMover syllables(cue.start, move);
    for (Span& span : cue.text.spans) {
        if (span.kind == SpanKind::Karaoke) {
            syllables.move(span.value);
        } else if (span.kind == SpanKind::InnerTime) {
            const auto time = innerTimeOf(span);
            if (time) span.value = clockText(movedTime(*time, move));
        }
    }
    cue.start = movedTime(cue.start, move);
    if (cue.end) cue.end = movedTime(*cue.end, move);
}

CutCue cutToBegin(Cue& cue, Time start) {
    const TimeMove cutOff = [start](Time time) { return std::max(time, start); };
    SyllableMover syllables(cue.start, cutOff);
    const TagCut cut{
        (start - cue.start).nearestMilliseconds(),
        cue.end ? std::optional((*cue.end - cue.start).nearestMilliseconds()) : std::nullopt};
    for (Span& span : cue.text.spans) {
        const bool isTag = span.isPoint() && span.value.starts_with('\\');
        if (span.kind == SpanKind::Karaoke) syllables.move(span.value);
        if (span.kind == SpanKind::Opaque && isTag) span.value = cutTags(span.value, cut);
        if (span.kind == SpanKind::Drawing) span.value = cutDrawing(span.value, cut);
    }
    cue.start = start;
    const bool isAnew = syllables.cutsFill() || isTimedEffect(cue.effect);
    return isAnew ? CutCue::BeginsAnew : CutCue::AsBefore;
}

bool hasTimedTags(const Cue& cue) {
    constexpr std::array<std::string_view, 4> kTags{"\\t(", "\\move(", "\\fad(", "\\fade("};
    return std::ranges::any_of(cue.text.spans, [&](const Span& span) {
        return span.kind == SpanKind::Opaque &&
               std::ranges::any_of(kTags, [&](std::string_view tag) {
                   return span.value.find(tag) != std::string::npos;
               });
    });
}

}  // namespace subs
