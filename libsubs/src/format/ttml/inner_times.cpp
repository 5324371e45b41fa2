// SPDX-License-Identifier: MIT
#include "format/ttml/inner_times.h"

#include <subs/time/clock.h>

#include "format/ttml/bad_times.h"
#include "format/ttml/exact_seconds.h"
#include "format/ttml/likely_way.h"
#include "format/ttml/time_edit.h"
#include "format/ttml/time_expression.h"
#include "model/inner_time.h"

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <utility>
#include <vector>

namespace subs::ttml {
namespace {

/// How the times of the film went, the cue's among them; null where that is not known.
const TimeMove* knownMove(const Original& original, const EditContext& context) {
    const Paragraph& paragraph = *original.paragraph;
    // A cue whose start cannot be read stayed.
    const bool isKnown = context.moved != nullptr && context.moved->range.holds(original.cue) &&
                         !isStartUnread(paragraph, original.element);
    return isKnown ? &context.moved->move : nullptr;
}

/// All in the cue's element that has times, in the order of the file.
std::vector<TimedTag> timedTagsIn(const Original& original, std::string_view file) {
    std::vector<TimedTag> tags;
    const ByteRange& inner = original.own().inner;
    const auto add = [&](ByteRange tag, const TimedElement& timing) {
        const bool isInside = tag.begin >= inner.begin && tag.end <= inner.end;
        if (isInside && hasTimes(tag.of(file))) tags.push_back({tag, timing});
    };
    const Paragraph& paragraph = *original.paragraph;
    for (const ContentEvent& event : paragraph.eventsOf(original.element)) {
        const ContentElement& element = paragraph.elements[event.element];
        if (event.kind == ContentEvent::Kind::Open && element.hasTimes)
            add(element.tag, element.timing);
    }
    const auto beginOf = [](const TimedTag& tag) { return tag.tag.begin; };
    auto tag = std::ranges::lower_bound(paragraph.timedTags, inner.begin, {}, beginOf);
    for (; tag != paragraph.timedTags.end() && tag->tag.begin < inner.end; ++tag)
        add(tag->tag, tag->timing);
    std::ranges::sort(tags, {}, beginOf);
    return tags;
}

/// When an element with `timing` is shown, by `tag`.
Interval shownBy(std::string_view tag, const TimedElement& timing, const Parameters& parameters) {
    const TagText text(tag);
    const auto seconds = [&](std::string_view name) {
        const auto value = text.value(name);
        return value ? secondsIn(*value, parameters) : std::nullopt;
    };
    Interval shown{sum(timing.origin, seconds("begin").value_or(0)), std::nullopt};
    if (const auto length = seconds("dur")) shown.end = sum(shown.begin, *length);
    if (const auto end = seconds("end")) {
        const Fraction at = sum(timing.origin, *end);
        shown.end = shown.end ? std::min(*shown.end, at) : at;
    }
    return shown;
}

/// Where moments inside of a cue go.
class InnerWay {
public:
    /// `before` and `after` are when the cue's element is shown by its tag.
    InnerWay(const Cue& cue,
             const Original& original,
             const EditContext& context,
             const Interval& before,
             const Interval& after)
        : isKnown_(knownMove(original, context) != nullptr), before_(before), after_(after) {
        if (isKnown_)
            move_ = *knownMove(original, context);
        else
            move_ = [way = likelyWay(original.cue, cue)](Time time) { return way.at(time); };
    }

    Fraction at(Fraction moment) const {
        // What begins with the cue does so still.
        if (moment == before_.begin) return after_.begin;
        const Fraction there = secondsOf(move_(timeOf(moment)));
        return isKnown_ ? withinEdges(moment, there) : there;
    }

    /// A time that goes no further than that stays as it is typed.
    Time slack() const { return isKnown_ ? kWritten : Time::fromMilliseconds(1); }

private:
    /// Just above what is rounded away where milliseconds are written.
    static constexpr Time kWritten = Time::fromFlicks(Time::kPerMillisecond / 2 + 1);

    /// Edges of the cue may have been cut off, or put on frames.
    Fraction withinEdges(Fraction moment, Fraction there) const {
        there = std::max(there, after_.begin);
        if (!before_.end || !after_.end) return there;
        if (moment == *before_.end) return *after_.end;
        return moment < *before_.end ? std::min(there, *after_.end) : std::max(there, *after_.end);
    }

    bool isKnown_;
    TimeMove move_;
    Interval before_;
    Interval after_;
};

/// Writes the times of what is inside of a cue.
class InnerTimeEdit {
public:
    /// `at` says where a moment of the film goes; a time that goes no further than `slack` stays as
    /// it is typed.
    InnerTimeEdit(std::function<Fraction(Fraction)> at, Time slack, const Parameters& parameters)
        : at_(std::move(at)), slack_(slack), parameters_(parameters) {}

    void run(TagText& tag, const TimedElement& timing) const {
        run(tag, timing, at_(timing.origin));
    }

    /// `origin` is what its times count from now.
    void run(TagText& tag, const TimedElement& timing, Fraction origin) const {
        const auto oldBegin = seconds(tag, "begin");
        Fraction begin = origin;
        if (oldBegin) {
            begin = std::max(at_(timing.said.begin), origin);
            put(tag, "begin", *oldBegin, difference(begin, origin));
        }
        if (const auto end = seconds(tag, "end"))
            put(tag, "end", *end, difference(at_(sum(timing.origin, *end)), origin));
        if (const auto length = seconds(tag, "dur"))
            put(tag, "dur", *length, difference(at_(sum(timing.said.begin, *length)), begin));
    }

    /// False where it would begin before that.
    bool fits(const TagText& tag, const TimedElement& timing, Fraction origin) const {
        return !seconds(tag, "begin") || at_(timing.said.begin) >= origin;
    }

private:
    std::optional<Fraction> seconds(const TagText& tag, std::string_view name) const {
        const auto value = tag.value(name);
        return value ? secondsIn(*value, parameters_) : std::nullopt;
    }

    void put(TagText& tag, std::string_view name, Fraction before, Fraction after) const {
        const Fraction least = std::max(after, Fraction(0));
        const bool stays = apart(timeOf(before), timeOf(least)) < slack_;
        if (!stays) putTime(tag, name, least, parameters_);
    }

    std::function<Fraction(Fraction)> at_;
    Time slack_;
    const Parameters& parameters_;
};

}  // namespace

bool hasTimes(std::string_view tag) {
    const TagText text(tag);
    constexpr std::array<std::string_view, 3> kNames = {"begin", "end", "dur"};
    return std::ranges::any_of(kNames,
                               [&](std::string_view name) { return text.value(name).has_value(); });
}

bool moveTimes(TagText& tag,
               const TimedElement& timing,
               const TimeMap& way,
               const Parameters& parameters) {
    const InnerTimeEdit edit([&](Fraction moment) { return secondsOf(way.at(timeOf(moment))); },
                             Time::fromMilliseconds(1),
                             parameters);
    if (!edit.fits(tag, timing, timing.origin)) return false;
    edit.run(tag, timing, timing.origin);
    return true;
}

bool hasInnerTimes(const Original& original, std::string_view file) {
    return !timedTagsIn(original, file).empty();
}

bool isMovedAsOne(const Cue& cue,
                  const Original& original,
                  const EditContext& context,
                  std::string_view tag) {
    const std::string_view file = context.document.origin->text;
    if (knownMove(original, context))
        return movedContent(cue, original, context, tag) == original.own().inner.of(file);
    const Time by = cue.start - original.cue.start;
    const bool isEnd = cue.end && original.cue.end ? *cue.end - *original.cue.end == by
                                                   : cue.end == original.cue.end;
    const TimedElement& timing = original.own().timing;
    const Fraction begin = shownBy(tag, timing, context.head.parameters).begin;
    const Time tagBy = timeOf(difference(begin, timing.said.begin));
    return isEnd && apart(tagBy, by) <= toleranceOf(cue, original, context);
}

std::string movedContent(const Cue& cue,
                         const Original& original,
                         const EditContext& context,
                         std::string_view tag) {
    const std::string_view file = context.document.origin->text;
    const Parameters& parameters = context.head.parameters;
    const ContentElement& element = original.own();
    const std::string_view inner = element.inner.of(file);
    const InnerWay way(
        cue, original, context, element.timing.said, shownBy(tag, element.timing, parameters));
    const InnerTimeEdit edit(
        [&](Fraction moment) { return way.at(moment); }, way.slack(), parameters);
    std::string result;
    Copier copier(result, inner);
    for (const TimedTag& timed : timedTagsIn(original, file)) {
        TagText text(timed.tag.of(file));
        edit.run(text, timed.timing);
        const ByteRange at{timed.tag.begin - element.inner.begin,
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

Time toleranceOf(const Cue& cue, const Original& original, const EditContext& context) {
    const Parameters& parameters = context.head.parameters;
    const Time least =
        knownMove(original, context) ? kInnerRounding : innerRounding(original.cue, cue);
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
