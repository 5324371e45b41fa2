// SPDX-License-Identifier: MIT
#include "format/ttml/cue_edit.h"

#include <subs/format/features.h>

#include "format/document_losses.h"
#include "format/in_place.h"
#include "format/markup_patch.h"
#include "format/ttml/exact_seconds.h"
#include "format/ttml/flat_marks.h"
#include "format/ttml/marks.h"
#include "format/ttml/shown_time.h"
#include "format/ttml/time_expression.h"
#include "format/xml/tag_text.h"
#include "format/xml/xml_characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace subs::ttml {
namespace {

std::string nameOf(const Document& document, const Cue& cue) {
    return fmt::format("cue {}", &cue - document.cues.data() + 1);
}

/// Whether the text says the same, in the same looks.
bool isSameText(const Cue& cue, const Original& original) {
    return cue.text == original.cue.text;
}

/// The times of a cue as they are read of its tag.
struct ReadTimes {
    Time start;
    std::optional<Time> end;
};

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

    /// In the form that the tag has its times in, where that is exact enough; time codes of SMPTE
    /// have no other.
    void put(TagText& tag, std::string_view name, Fraction seconds) const {
        const std::string text = spelt(formIn(tag, name), std::max(seconds, Fraction(0)));
        if (tag.value(name) != text) tag.set(name, text);
    }

    TimeForm formIn(const TagText& tag, std::string_view name) const {
        for (const std::string_view attribute :
             {name, std::string_view("begin"), std::string_view("end")})
            if (const auto value = tag.value(attribute))
                if (const auto form = formOf(*value)) return *form;
        return parameters_.timeBase == TimeBase::Smpte ? TimeForm::ClockFrames : TimeForm::Clock;
    }

    std::string spelt(TimeForm form, Fraction seconds) const {
        std::string text = timeExpression(seconds, form, parameters_);
        if (parameters_.timeBase == TimeBase::Smpte) return text;
        const auto read = secondsIn(text, parameters_);
        const Time missed = timeOf(difference(seconds, read.value_or(0)));
        const bool isNear =
            std::max(missed, -missed) <= Time::fromFlicks(Time::kPerMillisecond / 2);
        return isNear ? text : timeExpression(seconds, TimeForm::Clock, parameters_);
    }

    const Cue& cue_;
    const TimedElement& timing_;
    std::optional<Interval> active_;
    const EditContext& context_;
    const Parameters& parameters_;
};

/// Writes the words of one cue between its tags.
class ContentEdit {
public:
    ContentEdit(const Cue& cue, const Original& original, const EditContext& context)
        : cue_(cue),
          original_(original),
          context_(context),
          file_(context.document.origin->text),
          paragraph_(original.paragraph.elements.front()),
          element_(original.paragraph.elements[original.element]),
          base_(original.paragraph.elements[original.text.base]) {}

    std::string run() const {
        const std::string_view inner = element_.inner.of(file_);
        if (isSameText(cue_, original_)) return std::string(inner);
        const auto append =
            [&](std::string& out, std::string_view plain, std::size_t begin, std::size_t end) {
                appendPlainText(out, plain, begin, end);
            };
        const auto read = [&](std::string_view markup, CueText& text) {
            return readAgain(markup, text);
        };
        auto patched = patchedMarkup(
            {inner, original_.text.text.plain, original_.text.shown, append, read}, cue_.text);
        return patched ? *std::move(patched) : anew();
    }

    /// What of the text is lost where it is written anew.
    void plan(LossReport& losses) const {
        std::string unused;
        appendAnew(unused, &losses);
    }

private:
    void appendPlainText(std::string& out,
                         std::string_view plain,
                         std::size_t begin,
                         std::size_t end) const {
        for (std::size_t at = begin; at < end;) {
            const std::size_t lineEnd = std::min(plain.find('\n', at), end);
            appendXml(out, plain, at, lineEnd);
            if (lineEnd < end) out += breakTag(context_.names);
            at = lineEnd + 1;
        }
    }

    /// Reads the paragraph with `markup` in place of the content of the cue's element.
    bool readAgain(std::string_view markup, CueText& text) const {
        std::string fragment(
            file_.substr(paragraph_.tag.begin, element_.inner.begin - paragraph_.tag.begin));
        fragment += markup;
        fragment += file_.substr(element_.inner.end, paragraph_.end - element_.inner.end);
        Paragraph again;
        Head head = context_.head;
        if (!readParagraph(fragment, original_.paragraph, head, again)) return false;
        if (again.elements.size() <= original_.element) return false;
        ParagraphText read = textOf(again, original_.element, head, context_.unit);
        text = std::move(read.text);
        return again.elements[read.base].look == base_.look &&
               read.speaker == original_.text.speaker;
    }

    /// What is around the words stays.
    std::string anew() const {
        if (isFlat()) return anewFlat();
        std::string result(file_.substr(element_.inner.begin, keptEnd() - element_.inner.begin));
        appendAnew(result, nullptr);
        result += file_.substr(base_.inner.end, element_.inner.end - base_.inner.end);
        return result;
    }

    /// Up to the first words, where those are directly in the base.
    std::size_t keptEnd() const {
        if (original_.text.shown.empty()) return base_.inner.begin;
        const std::size_t first = element_.inner.begin + original_.text.shown.front().markupBegin;
        const bool hasSpanBefore =
            std::ranges::any_of(original_.paragraph.elements, [&](const ContentElement& element) {
                return element.tag.begin >= base_.inner.begin && element.tag.begin < first &&
                       element.end > first;
            });
        return hasSpanBefore ? base_.inner.begin : first;
    }

    /// Spans that only refer to styles and are not in each other (EBU Tech 3380, tt:span): so but
    /// in a file that has others, and in a span with times, which is a cue itself.
    bool isFlat() const {
        if (!context_.styleFor || original_.element != 0) return false;
        return &base_ == &element_ || base_.parent == original_.element;
    }

    /// What is before and behind the words and their spans stays.
    std::string anewFlat() const {
        const Stretch words = wordsWithSpans();
        std::string result(file_.substr(element_.inner.begin, words.begin - element_.inner.begin));
        appendAnew(result, nullptr);
        result += file_.substr(words.end, element_.inner.end - words.end);
        return result;
    }

    Stretch wordsWithSpans() const {
        Stretch words{element_.inner.end, element_.inner.begin};
        const auto add = [&](std::size_t begin, std::size_t end) {
            words = {std::min(words.begin, begin), std::max(words.end, end)};
        };
        for (const ContentElement& span : original_.paragraph.elements)
            if (&span != &element_) add(span.tag.begin, span.end);
        for (const ShownStretch& shown : original_.text.shown)
            add(element_.inner.begin + shown.markupBegin, element_.inner.begin + shown.markupEnd);
        if (words.begin > words.end) words = {element_.inner.end, element_.inner.end};
        return words;
    }

    void appendAnew(std::string& out, LossReport* losses) const {
        const auto agentOf = [&](std::string_view name) -> std::optional<std::string> {
            for (const auto& [id, known] : context_.head.agents)
                if (known == name || (known.empty() && id == name)) return id;
            return std::nullopt;
        };
        const bool isFlatInSpan = isFlat() && &base_ != &element_;
        const double size = (isFlatInSpan ? element_ : base_).look.size * context_.unit;
        const MarkContext marks{.rules = context_.rules,
                                .names = context_.names,
                                .agentOf = agentOf,
                                .size = size,
                                .hasCanvas = true,
                                .start = cue_.start,
                                .losses = losses};
        if (!isFlat()) return appendContent(out, cue_, marks);
        appendFlat(out,
                   cue_,
                   marks,
                   context_.styleFor,
                   isFlatInSpan ? base_.tag.of(file_) : std::string_view());
    }

    const Cue& cue_;
    const Original& original_;
    const EditContext& context_;
    std::string_view file_;
    const ContentElement& paragraph_;
    const ContentElement& element_;
    const ContentElement& base_;
};

/// The name that a tag has its id under.
std::string_view idName(const TagText& tag) {
    return !tag.value("xml:id") && tag.value("id") ? "id" : "xml:id";
}

bool fitsLabel(const Cue& cue, const EditContext& context) {
    return isName(cue.label) && context.hasOwnLabel(cue);
}

/// True where a paragraph can be sent to a region of its own.
bool canMove(const Original& original) {
    return original.element == 0 && !original.paragraph.around.region.has();
}

/// The region that a cue is sent to; nothing where it stays.
std::optional<std::string> newRegionOf(const Cue& cue,
                                       const Original& original,
                                       const EditContext& context) {
    if (!cue.alignment || !canMove(original)) return std::nullopt;
    return context.regionFor(*cue.alignment);
}

/// When the region of `original` is active, for what stays in it and is shown.
std::optional<Interval> activeIn(const Original& original,
                                 const std::optional<std::string>& newRegion,
                                 const EditContext& context) {
    const auto& base = original.paragraph.elements[original.text.base];
    const RegionChoice& region = base.inherited.region;
    // Those that cues are sent to are always active.
    if (newRegion || !region.has() || original.text.hidden != Hidden::No) return std::nullopt;
    return context.head.regions[region.index].active;
}

/// As its tag would be read in the region that the cue is to be in.
ReadTimes readTimesOf(const Original& original, const std::optional<std::string>& newRegion) {
    if (!newRegion) return {original.cue.start, original.cue.end};
    const Interval said = saidTime(original.paragraph.elements[original.element]);
    ReadTimes times{timeOf(said.begin), std::nullopt};
    if (said.end) times.end = timeOf(*said.end);
    return times;
}

}  // namespace

Result<void> appendEdited(std::string& out,
                          const Cue& cue,
                          const Original& original,
                          const EditContext& context) {
    if (cue.kind == CueKind::Comment) {
        appendXmlComment(out, cue.text.plain);
        return {};
    }
    const std::string_view file = context.document.origin->text;
    const ContentElement& element = original.paragraph.elements[original.element];
    TagText tag(element.tag.of(file));
    const auto region = newRegionOf(cue, original, context);
    auto done = TimeEdit(cue, element.timing, activeIn(original, region, context), context)
                    .run(tag, readTimesOf(original, region));
    if (!done) return done;
    if (cue.label != original.cue.label) {
        // A paragraph of EBU-TT-D keeps the id that it must have.
        if (cue.label.empty() && !context.styleFor)
            tag.remove(idName(tag));
        else if (fitsLabel(cue, context))
            tag.set(idName(tag), cue.label);
    }
    if (region) tag.set("region", *region);
    const std::string content = ContentEdit(cue, original, context).run();
    appendElement(
        out, tag, content, file.substr(element.inner.end, element.end - element.inner.end));
    return {};
}

Result<void> appendAdded(std::string& out,
                         const Cue& cue,
                         const Original& neighbour,
                         const EditContext& context) {
    if (cue.kind == CueKind::Comment) {
        appendXmlComment(out, cue.text.plain);
        return {};
    }
    const ContentElement& beside = neighbour.paragraph.elements[neighbour.element];
    TagText tag(beside.tag.of(context.document.origin->text));
    tag.remove(idName(tag));
    tag.remove("timeContainer");
    if (cue.speaker != neighbour.cue.speaker) tag.remove("ttm:agent");
    // As a new element of the same container.
    TimedElement timing;
    const bool isSpan = neighbour.element != 0;
    const TimedElement& parent =
        isSpan ? neighbour.paragraph.elements[beside.parent].timing : neighbour.paragraph.parent;
    timing.origin = parent.said.begin;
    timing.outer = parent.limit;
    const auto region = newRegionOf(cue, neighbour, context);
    auto done =
        TimeEdit(cue, timing, activeIn(neighbour, region, context), context).run(tag, std::nullopt);
    if (!done) return done;
    const std::string opened = tag.text();
    TagText named(opened);
    const bool isFlat = context.styleFor && !isSpan;
    if (fitsLabel(cue, context))
        named.set("xml:id", cue.label);
    else if (isFlat)
        named.set("xml:id", context.idFor(cue));
    if (region) named.set("region", *region);
    std::string content;
    const MarkContext marks{.rules = context.rules,
                            .names = context.names,
                            .agentOf = {},
                            .size = beside.look.size * context.unit,
                            .hasCanvas = true,
                            .start = cue.start,
                            .losses = nullptr};
    if (isFlat)
        appendFlat(content, cue, marks, context.styleFor);
    else
        appendContent(content, cue, marks);
    appendElement(out, named, content, "</" + std::string(tag.name()) + ">");
    return {};
}

void planEdit(const Cue& cue,
              const Original& original,
              const EditContext& context,
              LossReport& losses) {
    const auto drop = [&](std::string_view feature, std::string_view before) {
        losses.add(feature, LossSeverity::Dropped, cue.id, before, {});
    };
    if (cue.kind == CueKind::Comment)
        return losses.add(feature::kComment,
                          LossSeverity::Approximated,
                          cue.id,
                          cue.text.plain,
                          "an XML comment without times");
    const bool isMoved = !cue.alignment || (canMove(original) && context.regionFor(*cue.alignment));
    if (!isMoved) drop(feature::kAlignment, std::to_string(static_cast<int>(*cue.alignment)));
    if (cue.style != original.cue.style) drop(feature::kStyles, cue.style);
    if (cue.speaker != original.cue.speaker) drop(feature::kSpeaker, cue.speaker);
    const bool isLabelled =
        cue.label.empty() || cue.label == original.cue.label || fitsLabel(cue, context);
    if (!isLabelled) drop(feature::kLabel, cue.label);
    if (!cue.settings.empty()) drop(featureOfSettings(cue.settings), cue.settings);
    reportLayout(cue, losses);
    if (!isSameText(cue, original)) ContentEdit(cue, original, context).plan(losses);
}

}  // namespace subs::ttml
