// SPDX-License-Identifier: MIT
#include "format/ttml/inner_times.h"

#include <subs/time/clock.h>
#include <subs/time/time_map.h>

#include "format/ttml/exact_seconds.h"
#include "format/ttml/time_edit.h"
#include "format/ttml/time_expression.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

namespace subs::ttml {
namespace {

/// Edges that are put on frames move by less than one of 24 a second.
constexpr Time kFrame = Time::fromMilliseconds(42);

Time apart(Time a, Time b) {
    return std::max(a - b, b - a);
}

/// Inner times are whole milliseconds in a document, and rounded again when they are scaled.
Time nearBy(const Cue& before, const Cue& after) {
    const bool isMoved = before.start != after.start || before.end != after.end;
    return isMoved ? Time::fromMilliseconds(2) : Time();
}

bool hasTimes(std::string_view tag) {
    const TagText text(tag);
    constexpr std::array<std::string_view, 3> kNames = {"begin", "end", "dur"};
    return std::ranges::any_of(kNames,
                               [&](std::string_view name) { return text.value(name).has_value(); });
}

/// All in the cue's element that has times, in the order of the file.
std::vector<TimedTag> timedTagsIn(const Original& original, std::string_view file) {
    std::vector<TimedTag> tags;
    const Stretch& inner = original.own().inner;
    const auto add = [&](Stretch tag, const TimedElement& timing) {
        const bool isInside = tag.begin >= inner.begin && tag.end <= inner.end;
        if (isInside && hasTimes(tag.of(file))) tags.push_back({tag, timing});
    };
    for (const ContentElement& element : original.paragraph.elements)
        if (element.hasTimes) add(element.tag, element.timing);
    for (const TimedTag& tag : original.paragraph.timedTags)
        add(tag.tag, tag.timing);
    std::ranges::sort(tags, {}, [](const TimedTag& tag) { return tag.tag.begin; });
    return tags;
}

/// What `span`, an inner time, says; before 0 too, as a text that was moved there has it.
std::optional<Time> innerTimeOf(const Span& span) {
    auto time = parseClock(span.value);
    if (!time) time = parseDuration(span.value);
    return time ? std::optional(*time) : std::nullopt;
}

std::vector<Time> innerTimesOf(const CueText& text) {
    std::vector<Time> times;
    for (const Span& span : text.spans)
        if (span.kind == SpanKind::InnerTime)
            if (const auto time = innerTimeOf(span)) times.push_back(*time);
    return times;
}

/// Finds where the times of a cue went.
class WayFinder {
public:
    WayFinder(const Cue& before, const Cue& after)
        : before_(before),
          after_(after),
          old_(innerTimesOf(before.text)),
          fresh_(innerTimesOf(after.text)),
          near_(nearBy(before, after)) {}

    TimeMap run() const {
        const std::vector<TimeMap> ways = likelyWays();
        const auto found =
            std::ranges::find_if(ways, [&](const TimeMap& way) { return fits(way); });
        if (found != ways.end()) return *found;
        if (const auto way = throughAll()) return *way;
        return asTheStart();
    }

private:
    TimeMap asTheStart() const { return TimeMap::shift(after_.start - before_.start); }

    bool hasEnds() const { return before_.end && after_.end; }

    /// The likeliest first.
    std::vector<TimeMap> likelyWays() const {
        const TimeMap along = asTheStart();
        const TimeMap nowhere = TimeMap::shift(Time());
        if (!hasEnds()) return {along, nowhere};
        const Time start = after_.start - before_.start;
        const Time end = *after_.end - *before_.end;
        const bool isOnFrames =
            old_.empty() && apart(start, Time()) < kFrame && apart(end, Time()) < kFrame;
        if (start == end || isOnFrames) return {along, nowhere};
        const TimeMap alongEnd = TimeMap::shift(end);
        // What would begin before the film was cut off there.
        if (after_.start == Time() && end < Time()) return {alongEnd, nowhere, along};
        std::vector<TimeMap> ways = {nowhere, along, alongEnd};
        const std::array<AnchorPoint, 2> edges = {
            {{before_.start, after_.start}, {*before_.end, *after_.end}}};
        const auto stretched = TimeMap::through(edges);
        // One edge that was moved alone leaves what is inside where it is.
        const bool isOneEdge = start == Time() || end == Time();
        if (stretched) ways.insert(isOneEdge ? ways.end() : ways.begin(), *stretched);
        return ways;
    }

    /// True where all inner times that are there now are old ones that went that way.
    bool fits(const TimeMap& way) const {
        auto next = old_.begin();
        return std::ranges::all_of(fresh_, [&](Time time) {
            const auto found = std::find_if(
                next, old_.end(), [&](Time old) { return apart(way.at(old), time) <= near_; });
            if (found == old_.end()) return false;
            next = found + 1;
            return true;
        });
    }

    /// From each time to the next, where they went ways of their own.
    std::optional<TimeMap> throughAll() const {
        if (old_.size() != fresh_.size()) return std::nullopt;
        std::vector<AnchorPoint> points = {{before_.start, after_.start}};
        if (hasEnds()) points.push_back({*before_.end, *after_.end});
        for (std::size_t i = 0; i < old_.size(); ++i)
            points.push_back({old_[i], fresh_[i]});
        std::ranges::sort(
            points, {}, [](const AnchorPoint& point) { return std::pair(point.from, point.to); });
        points.erase(std::unique(points.begin(), points.end()), points.end());
        auto way = TimeMap::through(points);
        return way ? std::optional(*std::move(way)) : std::nullopt;
    }

    const Cue& before_;
    const Cue& after_;
    std::vector<Time> old_;
    std::vector<Time> fresh_;
    Time near_;
};

/// Writes the times of what is inside of a cue.
class InnerTimeEdit {
public:
    InnerTimeEdit(TimeMap way, Fraction oldBegin, Fraction newBegin, const Parameters& parameters)
        : way_(std::move(way)), oldBegin_(oldBegin), newBegin_(newBegin), parameters_(parameters) {}

    void run(TagText& tag, const TimedElement& timing) const {
        const Fraction origin = moved(timing.origin);
        const auto oldBegin = seconds(tag, "begin");
        Fraction begin = origin;
        if (oldBegin) {
            begin = std::max(moved(timing.said.begin), origin);
            put(tag, "begin", *oldBegin, difference(begin, origin));
        }
        if (const auto end = seconds(tag, "end"))
            put(tag, "end", *end, difference(moved(sum(timing.origin, *end)), origin));
        if (const auto length = seconds(tag, "dur"))
            put(tag, "dur", *length, difference(moved(sum(timing.said.begin, *length)), begin));
    }

private:
    /// Where a moment of the film goes; the beginning of the cue where its tag says.
    Fraction moved(Fraction moment) const {
        return moment == oldBegin_ ? newBegin_ : secondsOf(way_.at(timeOf(moment)));
    }

    std::optional<Fraction> seconds(const TagText& tag, std::string_view name) const {
        const auto value = tag.value(name);
        return value ? secondsIn(*value, parameters_) : std::nullopt;
    }

    void put(TagText& tag, std::string_view name, Fraction before, Fraction after) const {
        const Fraction least = std::max(after, Fraction(0));
        const bool stays = apart(timeOf(before), timeOf(least)) < Time::fromMilliseconds(1);
        if (!stays) putTime(tag, name, least, parameters_);
    }

    TimeMap way_;
    Fraction oldBegin_;
    Fraction newBegin_;
    const Parameters& parameters_;
};

/// When an element with `timing` begins, by `tag`.
Fraction beginBy(std::string_view tag, const TimedElement& timing, const Parameters& parameters) {
    const TagText text(tag);
    const auto value = text.value("begin");
    const auto begin = value ? secondsIn(*value, parameters) : std::nullopt;
    return sum(timing.origin, begin.value_or(0));
}

}  // namespace

bool hasInnerTimes(const Original& original, std::string_view file) {
    return !timedTagsIn(original, file).empty();
}

bool isMovedAsOne(const Cue& cue,
                  const Original& original,
                  std::string_view tag,
                  const Parameters& parameters) {
    const Time by = cue.start - original.cue.start;
    const bool isEnd = cue.end && original.cue.end ? *cue.end - *original.cue.end == by
                                                   : cue.end == original.cue.end;
    const TimedElement& timing = original.own().timing;
    const Fraction tagBy = difference(beginBy(tag, timing, parameters), timing.said.begin);
    return isEnd && apart(timeOf(tagBy), by) <= toleranceOf(cue, original, parameters);
}

std::string movedContent(const Cue& cue,
                         const Original& original,
                         std::string_view tag,
                         std::string_view file,
                         const Parameters& parameters) {
    const ContentElement& element = original.own();
    const std::string_view inner = element.inner.of(file);
    const InnerTimeEdit edit(WayFinder(original.cue, cue).run(),
                             element.timing.said.begin,
                             beginBy(tag, element.timing, parameters),
                             parameters);
    std::string result;
    Copier copier(result, inner);
    for (const TimedTag& timed : timedTagsIn(original, file)) {
        TagText text(timed.tag.of(file));
        edit.run(text, timed.timing);
        const Stretch at{timed.tag.begin - element.inner.begin,
                         timed.tag.end - element.inner.begin};
        if (text.isChanged()) copier.replace(at, text.text());
    }
    copier.copyTo(inner.size());
    return result;
}

CueText countedFrom(CueText text, Time start) {
    Time now;
    std::vector<Span> spans;
    for (Span& span : text.spans) {
        const bool isTime = span.kind == SpanKind::InnerTime;
        if (const auto time = isTime ? innerTimeOf(span) : std::nullopt) {
            const Time at = std::max(*time - start, Time());
            if (apart(at, now) <= Time::fromMilliseconds(1)) continue;
            now = at;
            span.value = clockText(at);
        }
        spans.push_back(std::move(span));
    }
    text.spans = std::move(spans);
    return text;
}

Time toleranceOf(const Cue& cue, const Original& original, const Parameters& parameters) {
    const Time least = nearBy(original.cue, cue);
    if (least == Time() || parameters.timeBase != TimeBase::Smpte) return least;
    return std::max(least, timeOf(quotient(1, parameters.framesPerSecond)));
}

CueText withTimesOf(CueText text, const CueText& other, Time tolerance) {
    auto from = other.spans.begin();
    const auto isTime = [](const Span& span) { return span.kind == SpanKind::InnerTime; };
    for (Span& span : text.spans) {
        if (!isTime(span)) continue;
        from = std::find_if(from, other.spans.end(), isTime);
        if (from == other.spans.end()) return text;
        const auto own = innerTimeOf(span);
        const auto wanted = innerTimeOf(*from);
        if (own && wanted && apart(*own, *wanted) <= tolerance) span.value = from->value;
        ++from;
    }
    return text;
}

}  // namespace subs::ttml
