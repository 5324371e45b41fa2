// SPDX-License-Identifier: MIT
#include "format/ttml/content_edit.h"

#include "format/markup_patch.h"
#include "format/ttml/exact_seconds.h"
#include "format/ttml/flat_marks.h"
#include "format/ttml/gone.h"
#include "format/ttml/inner_times.h"
#include "format/ttml/shown_time.h"
#include "format/xml/cdata_section.h"
#include "format/xml/xml_characters.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace subs::ttml {
namespace {

/// Writes the words of one cue between its tags.
class ContentEdit {
public:
    ContentEdit(const Cue& cue,
                const Original& original,
                const EditContext& context,
                std::string_view tag)
        : cue_(cue),
          original_(original),
          context_(context),
          tag_(tag),
          wanted_(countedFrom(cue.text, cue.start)),
          tolerance_(toleranceOf(cue, original, context)),
          source_(context.document.origin->text),
          paragraph_(original.paragraph),
          text_(&original.text) {}

    std::string run() {
        if (staysAsItIs()) return std::string(element().inner.of(source_));
        takeTimes();
        const bool isUnreadable = !isMoved_ && hasInnerTimes(original_, source_);
        if (isUnreadable && isWanted(original_.cue.text, original_.cue.start))
            return std::string(element().inner.of(source_));
        if (isMoved_ && isWanted(movedText_.text, movedStart_))
            return std::string(element().inner.of(source_));
        const auto append =
            [&](std::string& out, std::string_view text, std::size_t begin, std::size_t end) {
                appendPlainText(out, text, begin, end);
            };
        const auto read = [&](std::string_view markup, CueText& text) {
            return readAgain(markup, text);
        };
        auto patched = patchedMarkup(
            {element().inner.of(source_), text_->text.plain, text_->shown, append, read}, wanted_);
        if (patched) return *std::move(patched);
        isAnew_ = true;
        return anew();
    }

    void plan(LossReport& losses) {
        const std::string content = run();
        if (!isAnew_) return;
        std::string unused;
        appendAnew(unused, &losses);
        const auto reading = readWith(content);
        addGone(
            {*original_.paragraph,
             original_.element,
             original_.text,
             context_.head,
             original_.own().inner.of(context_.document.origin->text)},
            reading
                ? std::optional(ReadContent{
                      reading->paragraph, original_.element, reading->text, reading->head, content})
                : std::nullopt,
            cue_.id,
            losses);
    }

private:
    /// The paragraph with other content in the cue's element.
    struct Reading {
        std::string fragment;
        Head head;
        Paragraph paragraph;
        ParagraphText text;
        Time start;  ///< Of the cue.
    };

    const ContentElement& element() const { return paragraph_->elements[original_.element]; }
    const ContentElement& base() const { return paragraph_->elements[text_->base]; }

    bool staysAsItIs() const {
        const bool isSame = cue_.text == original_.cue.text;
        // Edges that are rounded only as they are written take what is inside along.
        if (isSame && context_.rounding != Rounding::Nearest && !context_.moved) return true;
        if (isSame && !hasInnerTimes(original_, source_)) return true;
        return isWanted(original_.cue.text, original_.cue.start) &&
               isMovedAsOne(cue_, original_, context_, tag_);
    }

    /// Goes on with what the file has when all times in it are where the cue has them.
    void takeTimes() {
        if (!hasInnerTimes(original_, source_)) return;
        auto reading = readWith(movedContent(cue_, original_, context_, tag_));
        if (!reading) return;
        isMoved_ = true;
        fragment_ = std::move(reading->fragment);
        moved_ = std::move(reading->paragraph);
        movedText_ = std::move(reading->text);
        movedStart_ = reading->start;
        source_ = fragment_;
        paragraph_ = &moved_;
        text_ = &movedText_;
    }

    bool isWanted(const CueText& text, Time start) const {
        return withTimesOf(countedFrom(text, start), wanted_, tolerance_) == wanted_;
    }

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
    std::optional<Reading> readWith(std::string_view markup) const {
        const ContentElement& around = paragraph_->elements.front();
        Reading reading;
        reading.fragment = source_.substr(around.tag.begin, element().tag.begin - around.tag.begin);
        reading.fragment.append(tag_).append(markup);
        reading.fragment += source_.substr(element().inner.end, around.end - element().inner.end);
        reading.head = context_.head;
        const bool isRead =
            readParagraph(reading.fragment, *original_.paragraph, reading.head, reading.paragraph);
        if (!isRead || reading.paragraph.elements.size() <= original_.element) return std::nullopt;
        reading.text = textOf(reading.paragraph, original_.element, reading.head, context_.sizes);
        const ContentElement& base = reading.paragraph.elements[reading.text.base];
        reading.start = timeOf(timeIn(base.inherited.region,
                                      saidTime(reading.paragraph.elements[original_.element]),
                                      reading.head)
                                   .begin);
        return reading;
    }

    bool readAgain(std::string_view markup, CueText& text) const {
        auto reading = readWith(markup);
        if (!reading) return false;
        text = withTimesOf(
            countedFrom(std::move(reading->text.text), reading->start), wanted_, tolerance_);
        return reading->paragraph.elements[reading->text.base].look == original_.base().look &&
               reading->text.speaker == original_.text.speaker;
    }

    /// What is around the words stays.
    std::string anew() const {
        if (isFlat()) return anewFlat();
        std::string result(
            source_.substr(element().inner.begin, keptEnd() - element().inner.begin));
        appendAnew(result, nullptr);
        result += source_.substr(base().inner.end, element().inner.end - base().inner.end);
        return result;
    }

    /// Up to the first words, where those are directly in the base.
    std::size_t keptEnd() const {
        if (text_->shown.empty()) return base().inner.begin;
        const ShownStretch& words = text_->shown.front();
        const std::size_t first = withSections({words.markupBegin, words.markupEnd}).begin;
        const bool hasSpanBefore =
            std::ranges::any_of(paragraph_->elements, [&](const ContentElement& one) {
                return one.tag.begin >= base().inner.begin && one.tag.begin < first &&
                       one.end > first;
            });
        return hasSpanBefore ? base().inner.begin : first;
    }

    /// Spans that only refer to styles and are not in each other (EBU Tech 3380, tt:span): so but
    /// in a file that has others, and in a span with times, which is a cue itself.
    bool isFlat() const {
        if (!context_.styleFor || original_.element != 0) return false;
        return &base() == &element() || base().parent == original_.element;
    }

    /// What is before and behind the words and their spans stays.
    std::string anewFlat() const {
        const ByteRange words = wordsWithSpans();
        std::string result(
            source_.substr(element().inner.begin, words.begin - element().inner.begin));
        appendAnew(result, nullptr);
        result += source_.substr(words.end, element().inner.end - words.end);
        return result;
    }

    ByteRange wordsWithSpans() const {
        const std::size_t inner = element().inner.begin;
        ByteRange words{element().inner.end - inner, 0};
        const auto add = [&](std::size_t begin, std::size_t end) {
            words = {std::min(words.begin, begin), std::max(words.end, end)};
        };
        for (const ContentElement& span : paragraph_->elements)
            if (&span != &element()) add(span.tag.begin - inner, span.end - inner);
        for (const ShownStretch& shown : text_->shown)
            add(shown.markupBegin, shown.markupEnd);
        if (words.begin > words.end) return {element().inner.end, element().inner.end};
        return withSections(words);
    }

    /// `words` of the element's content, with all of the CDATA sections that they begin and end in;
    /// where that is in the file.
    ByteRange withSections(ByteRange words) const {
        const std::string_view inner = element().inner.of(source_);
        if (const auto section = cdataSectionAround(inner, words.begin))
            words.begin = section->begin;
        if (const auto section = cdataSectionAround(inner, words.end)) words.end = section->end;
        return words.shifted(element().inner.begin);
    }

    void appendAnew(std::string& out, LossReport* losses) const {
        const auto agentOf = [&](std::string_view name) -> std::optional<std::string> {
            for (const auto& [id, known] : context_.head.agents)
                if (known == name || (known.empty() && id == name)) return id;
            return std::nullopt;
        };
        const bool isFlatInSpan = isFlat() && &base() != &element();
        const double size =
            context_.sizes.of((isFlatInSpan ? element() : base()).look, context_.head.fonts);
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
                   isFlatInSpan ? base().tag.of(source_) : std::string_view());
    }

    const Cue& cue_;
    const Original& original_;
    const EditContext& context_;
    std::string_view tag_;
    CueText wanted_;  ///< With its times counted from the beginning of the cue, as files do.
    Time tolerance_;
    bool isAnew_ = false;

    // What the content is made of: as the file has it, or with the times in it moved.
    bool isMoved_ = false;
    std::string fragment_;
    Paragraph moved_;
    ParagraphText movedText_;
    Time movedStart_;
    std::string_view source_;
    const Paragraph* paragraph_;
    const ParagraphText* text_;
};

}  // namespace

std::string editedContent(const Cue& cue,
                          const Original& original,
                          const EditContext& context,
                          std::string_view tag) {
    return ContentEdit(cue, original, context, tag).run();
}

void planContent(const Cue& cue,
                 const Original& original,
                 const EditContext& context,
                 std::string_view tag,
                 LossReport& losses) {
    ContentEdit(cue, original, context, tag).plan(losses);
}

}  // namespace subs::ttml
