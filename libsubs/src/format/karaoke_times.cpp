// SPDX-License-Identifier: MIT
#include "format/karaoke_times.h"

#include <subs/format/features.h>
#include <subs/time/clock.h>
#include <subs/time/fraction.h>
#include <subs/time/largest_time.h>

#include "model/inner_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace subs {
namespace {

bool has(const CueText& text, SpanKind kind) {
    return std::ranges::any_of(text.spans, [&](const Span& span) { return span.kind == kind; });
}

/// The name of "\kf30", and how long what is behind it is sung.
struct Syllable {
    std::string_view name;
    Time length;
};

std::optional<Syllable> syllableOf(std::string_view tag) {
    constexpr std::array<std::string_view, 4> kNames{"\\k", "\\kf", "\\K", "\\ko"};
    constexpr std::int64_t kMost = 360'000'000;  // a thousand hours, in hundredths of a second
    const std::size_t at = std::min(tag.find_first_of("0123456789"), tag.size());
    const std::string_view name = tag.substr(0, at);
    const auto number = parseFraction(tag.substr(at));
    if (std::ranges::find(kNames, name) == kNames.end() || !number) return std::nullopt;
    if (*number < Fraction(0) || *number > Fraction(kMost)) return std::nullopt;
    return Syllable{name, Time::fromFlicks(10 * timeFromMilliseconds(*number).flicks())};
}

/// A tag, and when what is behind it is sung.
struct Sung {
    Span span;
    Time begin;
    Time end;
};

/// Nothing where one of the tags is not understood.
std::optional<std::vector<Sung>> sungIn(const Cue& cue) {
    std::vector<Sung> all;
    Time begin = cue.start;
    for (const Span& span : cue.text.spans) {
        if (span.kind != SpanKind::Karaoke) continue;
        const auto syllable = syllableOf(span.value);
        if (!syllable || isTooLarge(begin)) return std::nullopt;
        all.push_back({span, begin, begin + syllable->length});
        begin += syllable->length;
    }
    return all;
}

bool isFilling(std::string_view tag) {
    return syllableOf(tag)->name != "\\k";
}

/// Makes times of the tags of one cue.
class TimeMaker {
public:
    TimeMaker(const Cue& cue, LossReport& losses) : cue_(cue), losses_(losses) {}

    /// `next` is the tag behind `sung`, or null.
    std::optional<Span> timeOf(const Sung& sung, const Sung* next) const {
        // Nothing stands between two tags at one place, so nothing is sung by the first.
        const bool isEmpty = sung.span.begin == (next ? next->span.begin : end());
        if (isEmpty && next) return std::nullopt;
        if (cue_.end && sung.begin >= *cue_.end) {
            if (!isEmpty) lose(LossSeverity::Dropped, sung.span, {});
            return std::nullopt;
        }
        const bool isFromStart = sung.begin <= cue_.start;
        std::string text = isFromStart ? std::string() : clockText(sung.begin);
        if (isFilling(sung.span.value) && !isEmpty)
            lose(LossSeverity::Approximated, sung.span, text);
        if (isFromStart) return std::nullopt;
        return Span{SpanKind::InnerTime, sung.span.begin, sung.span.begin, std::move(text)};
    }

    /// When the last syllable ends, where that is not said by the cue.
    std::optional<Span> lastEnd(const Sung& last) const {
        const bool isSaid = cue_.end && last.end >= *cue_.end;
        if (isSaid || last.end == last.begin || last.span.begin == end()) return std::nullopt;
        return Span{SpanKind::InnerTime, end(), end(), clockText(last.end)};
    }

private:
    std::uint32_t end() const { return static_cast<std::uint32_t>(cue_.text.plain.size()); }

    void lose(LossSeverity severity, const Span& span, std::string_view after) const {
        losses_.add(feature::kKaraoke, severity, cue_.id, span.value, after);
    }

    const Cue& cue_;
    LossReport& losses_;
};

/// A time inside of a text, and its place among the spans.
struct Moment {
    std::size_t span = 0;
    Time time;
};

std::int64_t hundredths(Time time) {
    return std::max(time, Time()).nearestCentiseconds();  // before 0 there are none
}

std::string tagOf(Time begin, Time end) {
    return fmt::format("\\k{}", hundredths(end) - hundredths(begin));
}

/// The times that ascend within the cue; the others are told.
std::vector<Moment> momentsIn(const Cue& cue, LossReport& losses) {
    const bool isSung = has(cue.text, SpanKind::Karaoke) || isTooLarge(cue.start);
    std::vector<Moment> moments;
    Time least = cue.start;
    for (std::size_t i = 0; i < cue.text.spans.size(); ++i) {
        const Span& span = cue.text.spans[i];
        if (span.kind != SpanKind::InnerTime) continue;
        const auto time = innerTimeOf(span);
        const bool fits = !isSung && time && *time >= least && (!cue.end || *time <= *cue.end);
        if (fits) {
            least = *time;
            moments.push_back({i, least});
        } else {
            losses.add(feature::kInnerTime, LossSeverity::Dropped, cue.id, span.value, {});
        }
    }
    return moments;
}

}  // namespace

void timesFromKaraoke(Cue& cue, LossReport& losses) {
    if (has(cue.text, SpanKind::InnerTime)) return;
    const auto all = sungIn(cue);
    if (!all || all->empty()) return;
    const TimeMaker maker(cue, losses);
    std::vector<Span> spans;
    spans.reserve(cue.text.spans.size() + 1);
    std::size_t next = 0;
    for (const Span& span : cue.text.spans) {
        if (span.kind != SpanKind::Karaoke) {
            spans.push_back(span);
            continue;
        }
        const Sung& sung = (*all)[next++];
        auto time = maker.timeOf(sung, next < all->size() ? &(*all)[next] : nullptr);
        if (time) spans.push_back(*std::move(time));
    }
    if (auto time = maker.lastEnd(all->back())) spans.push_back(*std::move(time));
    cue.text.spans = std::move(spans);
}

void karaokeFromTimes(Cue& cue, LossReport& losses) {
    const std::vector<Moment> moments = momentsIn(cue, losses);
    std::vector<Span>& spans = cue.text.spans;
    for (std::size_t i = 0; i < moments.size(); ++i) {
        Span& span = spans[moments[i].span];
        const Time time = moments[i].time;
        const bool isLast = i + 1 == moments.size();
        std::string tag = tagOf(time, isLast ? cue.end.value_or(time) : moments[i + 1].time);
        if (Time::fromCentiseconds(time.nearestCentiseconds()) != time)
            losses.add(feature::kInnerTime, LossSeverity::Approximated, cue.id, span.value, tag);
        // What is sung behind the whole text is nothing.
        if (span.begin == cue.text.plain.size()) continue;
        span.kind = SpanKind::Karaoke;
        span.value = std::move(tag);
    }
    std::erase_if(spans, [](const Span& span) { return span.kind == SpanKind::InnerTime; });
    if (moments.empty() || moments.front().time <= cue.start) return;
    spans.insert(spans.begin(), {SpanKind::Karaoke, 0, 0, tagOf(cue.start, moments.front().time)});
}

bool hasEarlyTime(const Cue& cue) {
    return std::ranges::any_of(cue.text.spans, [&](const Span& span) {
        if (span.kind != SpanKind::InnerTime) return false;
        const auto time = innerTimeOf(span);
        return !time || time->nearestMilliseconds() < cue.start.nearestMilliseconds();
    });
}

}  // namespace subs
