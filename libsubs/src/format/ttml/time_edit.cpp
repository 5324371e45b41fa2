// SPDX-License-Identifier: MIT
#include "format/ttml/time_edit.h"

#include "format/in_place.h"
#include "format/ttml/exact_seconds.h"
#include "format/ttml/time_expression.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace subs::ttml {
namespace {

std::string nameOf(const Document& document, const Cue& cue) {
    return fmt::format("cue {}", &cue - document.cues.data() + 1);
}

TimeForm formIn(const TagText& tag, std::string_view name, const Parameters& parameters) {
    for (const std::string_view attribute :
         {name, std::string_view("begin"), std::string_view("end")})
        if (const auto value = tag.value(attribute))
            if (const auto form = formOf(*value)) return *form;
    return parameters.timeBase == TimeBase::Smpte ? TimeForm::ClockFrames : TimeForm::Clock;
}

std::string spelt(TimeForm form, Fraction seconds, const Parameters& parameters) {
    std::string text = timeExpression(seconds, form, parameters);
    if (parameters.timeBase == TimeBase::Smpte) return text;
    const auto read = secondsIn(text, parameters);
    const Time missed = timeOf(difference(seconds, read.value_or(0)));
    const bool isNear = std::max(missed, -missed) <= Time::fromFlicks(Time::kPerMillisecond / 2);
    return isNear ? text : timeExpression(seconds, TimeForm::Clock, parameters);
}

/// Writes the times of one cue into its tag.
class TimeEdit {
public:
    /// `active` is when its region is, for a cue that is shown then.
    TimeEdit(const Cue& cue,
             const TimedElement& timing,
             const std::optional<Interval>& active,
             const EditContext& context)
        : cue_(cue),
          timing_(timing),
          active_(active),
          context_(context),
          parameters_(context.head.parameters) {}

    Result<void> run(TagText& tag, const std::optional<ReadTimes>& read) {
        auto begin = secondsFor(cue_.start, Edge::Start);
        if (!begin) return tl::unexpected(begin.error());
        std::optional<Fraction> end;
        if (cue_.end) {
            const auto found = secondsFor(*cue_.end, Edge::End);
            if (!found) return tl::unexpected(found.error());
            end = *found;
        }
        const bool beginStays = read && isKept(cue_.start, read->start, *begin);
        const bool endStays = read && isEndKept(read->end, end);
        if (beginStays && endStays) return {};
        // What stays is what the file says, to the last tick.
        if (beginStays) begin = timing_.said.begin;
        const bool isOutside =
            *begin < timing_.origin || (end && timing_.outer && *end > *timing_.outer) ||
            (active_ && ((!beginStays && *begin < active_->begin) ||
                         (!endStays && end && active_->end && *end > *active_->end)));
        if (isOutside)
            return tl::unexpected(inPlaceRefusal(
                fmt::format("{} is to be shown when what is around it in the file, or its region, "
                            "is not",
                            nameOf(context_.document, cue_))));
        if (endStays && timing_.said.end) end = timing_.said.end;
        if (!beginStays) put(tag, "begin", difference(*begin, timing_.origin));
        putEnd(tag, *begin, end, beginStays && endStays);
        return {};
    }

private:
    bool isRounding() const { return context_.rounding != Rounding::Nearest; }

    Result<Fraction> secondsFor(Time time, Edge edge) const {
        if (isRounding()) {
            const auto milliseconds = context_.edges.milliseconds(cue_, time, edge);
            if (!milliseconds) return tl::unexpected(milliseconds.error());
            return Fraction(*milliseconds, 1000);
        }
        return secondsOf(std::max(time, Time()));
    }

    bool isKept(Time time, Time read, Fraction seconds) const {
        return isRounding() ? timeOf(seconds) == read : time == read;
    }

    bool isEndKept(const std::optional<Time>& read, const std::optional<Fraction>& end) const {
        if (!read || !end) return read.has_value() == end.has_value();
        return isKept(*cue_.end, *read, *end);
    }

    void putEnd(TagText& tag, Fraction begin, const std::optional<Fraction>& end, bool stays) {
        if (stays) return;
        if (!end) {
            tag.remove("end");
            tag.remove("dur");
            return;
        }
        if (tag.value("dur")) put(tag, "dur", std::max(difference(*end, begin), Fraction(0)));
        if (tag.value("end") || !tag.value("dur"))
            put(tag, "end", difference(*end, timing_.origin));
    }

    void put(TagText& tag, std::string_view name, Fraction seconds) const {
        putTime(tag, name, seconds, parameters_);
    }

    const Cue& cue_;
    const TimedElement& timing_;
    std::optional<Interval> active_;
    const EditContext& context_;
    const Parameters& parameters_;
};

}  // namespace

void putTime(TagText& tag, std::string_view name, Fraction seconds, const Parameters& parameters) {
    const std::string text =
        spelt(formIn(tag, name, parameters), std::max(seconds, Fraction(0)), parameters);
    if (tag.value(name) != text) tag.set(name, text);
}

Result<void> putTimes(TagText& tag,
                      const Cue& cue,
                      const TimedElement& timing,
                      const std::optional<Interval>& active,
                      const std::optional<ReadTimes>& read,
                      const EditContext& context) {
    return TimeEdit(cue, timing, active, context).run(tag, read);
}

}  // namespace subs::ttml
