// SPDX-License-Identifier: MIT
#include "format/ttml/paragraph_text.h"

#include "format/file_remarks.h"
#include "format/ttml/exact_seconds.h"
#include "format/ttml/ruby_order.h"
#include "format/ttml/shown_time.h"
#include "format/xml/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace subs::ttml {
namespace {

constexpr std::uint32_t kNoElement = 0xFFFF'FFFF;

/// "00:00:12.250", as `SpanKind::InnerTime` has it.
std::string innerTime(Fraction seconds) {
    const std::int64_t milliseconds = timeOf(seconds).nearestMilliseconds();
    return fmt::format("{:02}:{:02}:{:02}.{:03}",
                       milliseconds / 3'600'000,
                       milliseconds / 60'000 % 60,
                       milliseconds / 1000 % 60,
                       milliseconds % 1000);
}

class TextMaker {
public:
    TextMaker(const Paragraph& paragraph,
              std::uint32_t element,
              const Head& head,
              const LetterSizes& sizes)
        : paragraph_(paragraph), element_(element), head_(head), sizes_(sizes) {}

    ParagraphText run() {
        result_.base = baseElement();
        unit_ = sizes_.unitFor(paragraph_.elements[result_.base].look, head_.fonts);
        start_ = timeIn(paragraph_.elements[result_.base].inherited.region,
                        saidTime(paragraph_.elements[element_]),
                        head_)
                     .begin;
        time_ = start_;
        noteHidden();
        addLanguage();
        for (const std::size_t event : readingOrder(paragraph_, element_))
            take(paragraph_.events[event]);
        dropTrailingSpace();
        finish();
        return std::move(result_);
    }

private:
    /// What of it is on the way from the paragraph to the texts of the element.
    bool isInside(std::uint32_t element, std::uint32_t outer) const {
        // Elements are numbered as they begin, so what is around one has a lower number.
        while (element > outer)
            element = paragraph_.elements[element].parent;
        return element == outer;
    }

    bool isDelimiter(std::uint32_t element) const {
        for (;; element = paragraph_.elements[element].parent) {
            if (paragraph_.elements[element].ruby == RubyRole::Delimiter) return true;
            if (element == 0) return false;
        }
    }

    /// What hides all of a cue hides no part of it.
    bool isHiddenPart(std::uint32_t element) const {
        for (; element != element_; element = paragraph_.elements[element].parent)
            if (!paragraph_.elements[element].isDisplayed) return true;
        return false;
    }

    bool isRead(const ContentEvent& event) const {
        const bool isText =
            event.kind == ContentEvent::Kind::Text || event.kind == ContentEvent::Kind::Break;
        return isText && !event.isInstant && !isDelimiter(event.element) &&
               !isHiddenPart(event.element);
    }

    void noteHidden() {
        bool isShown = false;
        for (const ContentEvent& event : paragraph_.eventsOf(element_)) {
            const bool isText = event.kind == ContentEvent::Kind::Text && !event.isInstant &&
                                !trimmed(textIn(event)).empty();
            if (!isText || isDelimiter(event.element)) continue;
            if (isHiddenPart(event.element)) {
                if (result_.hiddenPart.empty()) result_.hiddenPart = trimmed(textIn(event));
            } else if (event.hidden == Hidden::No) {
                isShown = true;
            } else if (result_.hidden == Hidden::No) {
                result_.hidden = event.hidden;
            }
        }
        if (isShown) result_.hidden = Hidden::No;
    }

    std::string_view textIn(const ContentEvent& event) const {
        return std::string_view(paragraph_.text).substr(event.begin, event.end - event.begin);
    }

    bool isSeen(const ContentEvent& event) const {
        if (!isRead(event)) return false;
        return event.kind == ContentEvent::Kind::Break || !trimmed(textIn(event)).empty() ||
               paragraph_.elements[event.element].inherited.preservesSpace;
    }

    std::uint32_t baseElement() const {
        std::uint32_t base = kNoElement;
        for (const ContentEvent& event : paragraph_.eventsOf(element_)) {
            if (!isSeen(event)) continue;
            if (base == kNoElement) base = event.element;
            while (!isInside(event.element, base))
                base = paragraph_.elements[base].parent;
        }
        if (base == kNoElement) return element_;
        // What is said of ruby is said by spans.
        while (base != element_ && isOfRuby(base))
            base = paragraph_.elements[base].parent;
        return base;
    }

    bool isOfRuby(std::uint32_t element) const {
        for (; element != element_; element = paragraph_.elements[element].parent)
            if (paragraph_.elements[element].ruby != RubyRole::None) return true;
        return false;
    }

    std::uint32_t here() const { return static_cast<std::uint32_t>(result_.text.plain.size()); }

    void take(const ContentEvent& event) {
        switch (event.kind) {
            case ContentEvent::Kind::Open:
                if (isInside(event.element, result_.base)) open(event.element);
                return;
            case ContentEvent::Kind::Close:
                if (isInside(event.element, result_.base)) close();
                return;
            case ContentEvent::Kind::Break:
                if (isRead(event)) addBreak(event);
                return;
            case ContentEvent::Kind::Text:
                if (isRead(event)) addText(event);
                return;
        }
    }

    /// The base's own language, where it is not that of the file.
    void addLanguage() {
        const std::string& language = paragraph_.elements[result_.base].inherited.language;
        result_.speaker = speakerOf(paragraph_.elements[result_.base].inherited.agent);
        if (language != head_.language && !language.empty()) add(SpanKind::Language, language);
        open_.push_back({0, spans().size()});
    }

    void open(std::uint32_t index) {
        const std::size_t first = spans().size();
        if (index != result_.base) {
            const ContentElement& element = paragraph_.elements[index];
            addDifferences(element, paragraph_.elements[element.parent]);
        }
        open_.push_back({first, spans().size()});
    }

    void addDifferences(const ContentElement& element, const ContentElement& around) {
        const Inherited& own = element.inherited;
        if (element.ruby == RubyRole::Container) add(SpanKind::Ruby, {});
        if (element.ruby == RubyRole::Text) add(SpanKind::RubyText, {});
        if (own.language != around.inherited.language) add(SpanKind::Language, own.language);
        if (own.agent != around.inherited.agent) add(SpanKind::Voice, speakerOf(own.agent));
        const auto addSwitch = [&](SpanKind kind, bool Look::*part) {
            const bool isOn = element.look.*part;
            if (isOn != around.look.*part) add(kind, isOn ? "" : "0");
        };
        addSwitch(SpanKind::Bold, &Look::bold);
        addSwitch(SpanKind::Italic, &Look::italic);
        addSwitch(SpanKind::Underline, &Look::underline);
        addSwitch(SpanKind::Strike, &Look::strike);
        if (element.look.color != around.look.color)
            add(SpanKind::Color, colorText(element.look.color));
        if (element.look.font != around.look.font && element.look.font != 0)
            add(SpanKind::Font, head_.fonts.name(element.look.font));
        if (element.look.size != around.look.size)
            add(SpanKind::FontSize, sizeText(element.look.size * unit_));
    }

    std::string speakerOf(std::string_view agents) const {
        const std::string_view id = takeWord(agents);
        const auto found = head_.agents.find(id);
        const bool isNamed = found != head_.agents.end() && !trimmed(found->second).empty();
        return std::string(isNamed ? trimmed(found->second) : id);
    }

    void close() {
        if (open_.empty()) return;
        endSpans(open_.back());
        open_.pop_back();
    }

    struct Opened {
        std::size_t first = 0;
        std::size_t last = 0;
    };

    void endSpans(const Opened& opened) {
        for (std::size_t i = opened.first; i < opened.last; ++i)
            spans()[i].end = here();
    }

    void addBreak(const ContentEvent& event) {
        dropTrailingSpace();
        addTime(event);
        put("\n", event.at);
        isAtLineStart_ = true;
    }

    void addText(const ContentEvent& event) {
        const std::string_view text = textIn(event);
        if (paragraph_.elements[event.element].inherited.preservesSpace)
            return addWords(event, text, event.at);
        if (event.at.end - event.at.begin != text.size())
            return trimmed(text).empty() ? addSpace(event.at) : addWords(event, text, event.at);
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = endOfRun(text, begin);
            const ByteRange at{event.at.begin + begin, event.at.begin + end};
            if (isSpace(text[begin]))
                addSpace(at);
            else
                addWords(event, text.substr(begin, end - begin), at);
            begin = end;
        }
    }

    /// Up to where white space ends or begins.
    static std::size_t endOfRun(std::string_view text, std::size_t at) {
        const bool isGap = isSpace(text[at]);
        while (at < text.size() && isSpace(text[at]) == isGap)
            ++at;
        return at;
    }

    void addSpace(ByteRange at) {
        if (isAtLineStart_ || hasSpace_) return;
        put(" ", at);
        hasSpace_ = true;
    }

    void addWords(const ContentEvent& event, std::string_view words, ByteRange at) {
        if (words.empty()) return;
        addTime(event);
        noteEnd(event, words);
        put(words, at);
        hasSpace_ = false;
        isAtLineStart_ = false;
    }

    void put(std::string_view plain, ByteRange at) {
        const std::size_t begin = result_.text.plain.size();
        result_.text.plain += plain;
        note(begin, at);
    }

    void note(std::size_t textBegin, ByteRange at) {
        const std::size_t inner = paragraph_.elements[element_].inner.begin;
        result_.shown.push_back(
            {textBegin, result_.text.plain.size(), at.begin - inner, at.end - inner});
    }

    /// Of white space before the end of a line nothing is shown.
    void dropTrailingSpace() {
        if (!hasSpace_) return;
        hasSpace_ = false;
        result_.text.plain.pop_back();
        result_.shown.pop_back();
        for (Span& span : spans()) {
            span.begin = std::min(span.begin, here());
            span.end = std::min(span.end, here());
        }
    }

    /// Notes where what follows is shown from another time on.
    void addTime(const ContentEvent& event) {
        const ContentElement& element = paragraph_.elements[event.element];
        const Fraction begin = std::max(element.shown.begin, start_);
        if (begin == time_) return;
        time_ = begin;
        add(SpanKind::InnerTime, innerTime(time_));
    }

    void noteEnd(const ContentEvent& event, std::string_view words) {
        const Interval& part = paragraph_.elements[event.element].shown;
        const Interval& whole = paragraph_.elements[element_].shown;
        const bool isGone = part.end && (!whole.end || *part.end < *whole.end);
        if (isGone && result_.lostEnd.empty())
            result_.lostEnd =
                fmt::format("\"{}\" ends at {}", shownBeginning(words), innerTime(*part.end));
    }

    void finish() {
        while (!open_.empty())
            close();
        std::erase_if(spans(), [](const Span& span) {
            return span.isPoint() && span.kind != SpanKind::InnerTime;
        });
    }

    std::vector<Span>& spans() { return result_.text.spans; }
    void add(SpanKind kind, std::string value) {
        spans().push_back({kind, here(), here(), std::move(value)});
    }

    const Paragraph& paragraph_;
    std::uint32_t element_;
    const Head& head_;
    const LetterSizes& sizes_;
    double unit_ = 1;  ///< The size of letters of factor 1 in the font of the base.
    ParagraphText result_;
    std::vector<Opened> open_;
    Fraction start_;
    Fraction time_;
    bool isAtLineStart_ = true;
    bool hasSpace_ = false;  ///< The last character is one that may fall away.
};

/// The span directly inside of the paragraph that holds `element`.
std::uint32_t outermostSpan(const Paragraph& paragraph, std::uint32_t element) {
    while (element != 0 && paragraph.elements[element].parent != 0)
        element = paragraph.elements[element].parent;
    return element;
}

}  // namespace

ParagraphText textOf(const Paragraph& paragraph,
                     std::uint32_t element,
                     const Head& head,
                     const LetterSizes& sizes) {
    return TextMaker(paragraph, element, head, sizes).run();
}

std::vector<std::uint32_t> cueElements(const Paragraph& paragraph) {
    std::vector<std::uint32_t> spans;
    for (const ContentEvent& event : paragraph.events) {
        if (event.kind != ContentEvent::Kind::Text || event.isInstant) continue;
        const std::string_view text =
            std::string_view(paragraph.text).substr(event.begin, event.end - event.begin);
        if (trimmed(text).empty()) continue;
        const std::uint32_t span = outermostSpan(paragraph, event.element);
        if (span == 0 || !paragraph.elements[span].hasEnd) return {0};
        if (spans.empty() || spans.back() != span) spans.push_back(span);
    }
    return spans.empty() ? std::vector<std::uint32_t>{0} : spans;
}

std::string_view timelessText(const Paragraph& paragraph,
                              std::uint32_t element,
                              const std::vector<std::uint32_t>& cues) {
    for (const ContentEvent& event : paragraph.eventsOf(element == cues.front() ? 0 : element)) {
        if (event.kind != ContentEvent::Kind::Text || !event.isInstant) continue;
        const std::string_view text =
            trimmed(std::string_view(paragraph.text).substr(event.begin, event.end - event.begin));
        if (text.empty()) continue;
        const std::uint32_t outer = cues.front() == 0 ? 0 : outermostSpan(paragraph, event.element);
        const bool isInOther = outer != element && std::ranges::binary_search(cues, outer);
        if (!isInOther) return text;
    }
    return {};
}

std::string sizeText(double size) {
    return fmt::format("{:.6g}", size);
}

}  // namespace subs::ttml
