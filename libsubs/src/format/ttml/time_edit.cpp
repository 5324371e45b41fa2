// SPDX-License-Identifier: MIT
#include "format/ttml/time_edit.h"

#include <subs/format/features.h>

#include "format/in_place.h"
#include "format/time_losses.h"
#include "format/ttml/exact_seconds.h"
#include "format/ttml/time_expression.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace subs::ttml {
namespace {

std::string nameOf(const Document& document, const Cue& cue) {
    return fmt::format("cue {}", &cue - document.cues.data() + 1);
}

/// Time base "smpte" has no clock but that of time codes (TTML2 §12.3.1).
TimeForm formIn(const TagText& tag, std::string_view name, const Parameters& parameters) {
    const bool isSmpte = parameters.timeBase == TimeBase::Smpte;
    for (const std::string_view attribute :
         {name, std::string_view("begin"), std::string_view("end")})
        if (const auto value = tag.value(attribute))
            if (const auto form = formOf(*value))
                return isSmpte && *form == TimeForm::Clock ? TimeForm::ClockFrames : *form;
    return isSmpte ? TimeForm::ClockFrames : TimeForm::Clock;
}

std::string spelt(TimeForm form, Fraction seconds, const Parameters& parameters) {
    std::string text = timeExpression(seconds, form, parameters);
    if (parameters.timeBase == TimeBase::Smpte) return text;
    const auto read = secondsIn(text, parameters);
    const Time missed = timeOf(difference(seconds, read.value_or(0)));
    const bool isNear = std::max(missed, -missed) <= Time::fromFlicks(Time::kPerMillisecond / 2);
    return isNear ? text : timeExpression(seconds, TimeForm::Clock, parameters);
}

void putText(TagText& tag, std::string_view name, std::string_view text) {
    if (tag.value(name) != text) tag.set(name, text);
}

/// Writes the times of one cue into its tag. Equal edges stay equal, whatever forms they are in.
class TimeEdit {
public:
    /// `active` is when its region is, for a cue that is shown then.
    TimeEdit(const Cue& cue,
             const TimedElement& timing,
             const std::optional<Interval>& active,
             const EditContext& context,
             LossReport* losses)
        : cue_(cue),
          timing_(timing),
          active_(active),
          context_(context),
          parameters_(context.head.parameters),
          losses_(losses) {}

    Result<ReadTimes> run(TagText& tag, const std::optional<ReadTimes>& read) {
        auto start =
            moved(cue_.start, Edge::Start, formIn(tag, "begin", parameters_), startOf(read));
        if (!start) return tl::unexpected(start.error());
        // What was taken for it is not put in its place.
        if (read && read->start == cue_.start && isUnread(tag, "begin")) start->stays = true;
        auto end = movedEnd(tag, read);
        if (!end) return tl::unexpected(end.error());
        const bool beginStays = read && start->stays;
        const bool endStays = read && end->stays;
        const ReadTimes times{start->time, cue_.end ? std::optional(end->time) : std::nullopt};
        if (beginStays && endStays) return times;
        // What stays is what the file says, to the last tick.
        const Fraction begin = beginStays ? timing_.said.begin : *start->seconds;
        if (isOutside(begin, end->seconds, beginStays, endStays))
            return tl::unexpected(inPlaceRefusal(
                fmt::format("{} is to be shown when what is around it in the file, or its region, "
                            "is not",
                            nameOf(context_.document, cue_))));
        if (endStays && timing_.said.end) end->seconds = timing_.said.end;
        if (!beginStays) putBegin(tag, begin);
        putEnd(tag, begin, end->seconds, endStays);
        return times;
    }

private:
    /// True of a time that is typed and that cannot be read.
    bool isUnread(const TagText& tag, std::string_view name) const {
        const auto value = tag.value(name);
        return value && !secondsIn(*value, parameters_);
    }

    /// What became of an edge.
    struct Moved {
        std::optional<Fraction> seconds;  ///< Nothing: there is none.
        bool stays = false;               ///< The file says it already.
        Time time;                        ///< On the film, where it is put on its frames.
    };

    static std::optional<Time> startOf(const std::optional<ReadTimes>& read) {
        return read ? std::optional(read->start) : std::nullopt;
    }

    Result<Moved> moved(Time time, Edge edge, TimeForm form, std::optional<Time> read) const {
        const EdgeUnits& units = context_.units;
        const CueEdge place{cue_, time, edge, form, timing_.origin};
        const auto written = units.written(place);
        if (!written) return tl::unexpected(written.error());
        const bool stays = read && units.keeps(place, *written, *read);
        const bool isOnFilm = units.isOnFilm(*written);
        // On a film what stays is shown as before.
        if (losses_ && time != read && !(stays && isOnFilm)) units.plan(place, *written, *losses_);
        const Fraction seconds = stays ? secondsOf(*read) : written->seconds;
        return Moved{seconds, stays, isOnFilm ? timeOf(seconds) : time};
    }

    Result<Moved> movedEnd(const TagText& tag, const std::optional<ReadTimes>& read) const {
        if (!cue_.end) return Moved{std::nullopt, !read || !read->end, {}};
        const bool isLength = tag.value("dur") && !tag.value("end");
        const TimeForm form = formIn(tag, isLength ? "dur" : "end", parameters_);
        return moved(*cue_.end, Edge::End, form, read ? read->end : std::nullopt);
    }

    bool isOutside(Fraction begin,
                   const std::optional<Fraction>& end,
                   bool beginStays,
                   bool endStays) const {
        if (begin < timing_.origin || (end && timing_.outer && *end > *timing_.outer)) return true;
        if (!active_) return false;
        return (!beginStays && begin < active_->begin) ||
               (!endStays && end && active_->end && *end > *active_->end);
    }

    void putBegin(TagText& tag, Fraction begin) {
        // A move of all cues has no mind to mend it.
        if (losses_ && context_.moved != nullptr && isUnread(tag, "begin"))
            losses_->add(feature::kUnread,
                         LossSeverity::Dropped,
                         cue_.id,
                         fmt::format("begin=\"{}\"", *tag.value("begin")),
                         shownTime(timeOf(begin)));
        put(tag, "begin", timing_.origin, begin);
    }

    /// Its attributes, where something moved; `stays`: it is not the end that did.
    void putEnd(TagText& tag, Fraction begin, const std::optional<Fraction>& end, bool stays) {
        if (!end) {
            // Those that cannot be read stay where there was no other.
            if (stays) return;
            tag.remove("end");
            tag.remove("dur");
            return;
        }
        if (tag.value("dur")) put(tag, "dur", begin, std::max(*end, begin));
        const bool hasEnd = tag.value("end").has_value();
        if (hasEnd ? !stays : !tag.value("dur")) put(tag, "end", timing_.origin, *end);
    }

    /// `from` is what the attribute counts from.
    void put(TagText& tag, std::string_view name, Fraction from, Fraction at) const {
        if (parameters_.timeBase == TimeBase::Smpte)
            return putTime(tag, name, difference(at, from), parameters_);
        const TimeForm form = formIn(tag, name, parameters_);
        if (const auto exact = exactly(form, from, at)) return putText(tag, name, *exact);
        const std::string text = nearly(form, difference(at, from));
        putText(tag, name, text);
        if (losses_)
            losses_->add(
                feature::kTimePrecision, LossSeverity::Info, cue_.id, shownTime(timeOf(at)), text);
    }

    /// In a form of the file that says just that. Where none does and the file has an edge at `at`
    /// too, with as many decimal places as that takes.
    std::optional<std::string> exactly(TimeForm form, Fraction from, Fraction at) const {
        const Fraction seconds = std::max(difference(at, from), Fraction(0));
        std::vector<TimeForm> forms = {form};
        forms.insert(forms.end(), timeForms().begin(), timeForms().end());
        for (const TimeForm one : forms) {
            std::string text = timeExpression(seconds, one, parameters_);
            const auto read = secondsIn(text, parameters_);
            if (read && timeOf(sum(from, *read)) == timeOf(at)) return text;
        }
        if (context_.hasEdge && context_.hasEdge(timeOf(at))) return preciseClock(seconds);
        return std::nullopt;
    }

    /// Where not all edges of the file count frames, those that lie on none are milliseconds.
    std::string nearly(TimeForm form, Fraction seconds) const {
        const bool isFrames = form == TimeForm::ClockFrames || form == TimeForm::Frames;
        if (isFrames && timeForms().size() > 1) form = TimeForm::Clock;
        return spelt(form, std::max(seconds, Fraction(0)), parameters_);
    }

    const std::set<TimeForm>& timeForms() const { return context_.head.timeForms; }

    const Cue& cue_;
    const TimedElement& timing_;
    std::optional<Interval> active_;
    const EditContext& context_;
    const Parameters& parameters_;
    LossReport* losses_;
};

}  // namespace

void putTime(TagText& tag, std::string_view name, Fraction seconds, const Parameters& parameters) {
    putText(tag,
            name,
            spelt(formIn(tag, name, parameters), std::max(seconds, Fraction(0)), parameters));
}

Result<ReadTimes> putTimes(TagText& tag,
                           const Cue& cue,
                           const TimedElement& timing,
                           const std::optional<Interval>& active,
                           const std::optional<ReadTimes>& read,
                           const EditContext& context,
                           LossReport* losses) {
    return TimeEdit(cue, timing, active, context, losses).run(tag, read);
}

}  // namespace subs::ttml
