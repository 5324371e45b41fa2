// SPDX-License-Identifier: MIT
#include <subs/edit/moved_times.h>
#include <subs/time/clock.h>
#include <subs/time/largest_time.h>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

namespace subs {
namespace {

Time movedTime(Time time, const TimeMove& move) {
    return isTooLarge(time) ? time : move(time);
}

/// Where the number of "\k30" begins, or the end where it has none.
std::size_t numberIn(std::string_view tag) {
    return std::min(tag.find_first_of("0123456789"), tag.size());
}

/// Moves the syllables of one cue, in their order.
class SyllableMover {
public:
    SyllableMover(Time start, const TimeMove& move)
        : start_(start), newStart_(movedTime(start, move)), move_(move) {}

    /// `tag` is "\k" and how long its syllable is sung, in hundredths of a second.
    void move(std::string& tag) {
        const std::size_t at = numberIn(tag);
        std::int64_t length = 0;
        const auto read = std::from_chars(tag.data() + at, tag.data() + tag.size(), length);
        constexpr std::int64_t kMost = 360'000'000;  // a thousand hours
        if (read.ec != std::errc() || length > kMost) return;
        end_ += length;
        const Time end = movedTime(start_ + Time::fromCentiseconds(end_), move_) - newStart_;
        const std::int64_t newEnd = end.nearestCentiseconds();
        tag.replace(at,
                    static_cast<std::size_t>(read.ptr - tag.data()) - at,
                    fmt::format("{}", std::max<std::int64_t>(0, newEnd - newEnd_)));
        newEnd_ = newEnd;
    }

private:
    Time start_;
    Time newStart_;
    const TimeMove& move_;
    std::int64_t end_ = 0;  ///< Of the syllables so far, from the start of the cue.
    std::int64_t newEnd_ = 0;
};

}  // namespace

void moveTimes(Cue& cue, const TimeMove& move) {
    SyllableMover syllables(cue.start, move);
    for (Span& span : cue.text.spans) {
        if (span.kind == SpanKind::Karaoke) {
            syllables.move(span.value);
        } else if (span.kind == SpanKind::InnerTime) {
            const auto time = parseClock(span.value);
            if (time) span.value = clockText(movedTime(*time, move));
        }
    }
    cue.start = movedTime(cue.start, move);
    if (cue.end) cue.end = movedTime(*cue.end, move);
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
