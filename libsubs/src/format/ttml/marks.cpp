// SPDX-License-Identifier: MIT
#include "format/ttml/marks.h"

#include <subs/base/utf8.h>
#include <subs/format/features.h>
#include <subs/text/language_tag.h>

#include "format/emphasis.h"
#include "format/font_sizes.h"
#include "format/html_color.h"
#include "format/marked_text.h"
#include "format/ttml/exact_seconds.h"
#include "format/ttml/parted_spans.h"
#include "format/ttml/ruby_marks.h"
#include "format/ttml/time_expression.h"
#include "format/xml/words.h"
#include "format/xml/xml_characters.h"
#include "model/inner_time.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <span>
#include <string>

namespace subs::ttml {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

std::optional<double> numberIn(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

/// The spans of one text as tags.
class MarkMaker {
public:
    MarkMaker(const Cue& cue, const MarkContext& context)
        : cue_(cue), context_(context), close_(context.names.closeOf("span")) {
        for (const Span& span : cue.text.spans)
            if (span.kind == SpanKind::InnerTime) timesAt_.push_back(span.begin);
        std::ranges::sort(timesAt_);
    }

    std::vector<Mark> run() {
        const auto size = static_cast<std::uint32_t>(cue_.text.plain.size());
        if (needsPreserve(cue_.text.plain))
            put(0, size, attribute(Vocabulary::Xml, "space", "preserve"));
        addSpans();
        std::ranges::stable_sort(marks_, {}, &Mark::begin);
        return withRuby(std::move(marks_), cue_.text, context_.names, close_);
    }

    const std::string& closeTag() const { return close_; }

private:
    std::string attribute(Vocabulary vocabulary,
                          std::string_view name,
                          std::string_view value) const {
        return context_.names.attribute(vocabulary, name, value);
    }

    void addSpans() {
        const auto parted =
            partedSpans(cue_.text, [this](const Span& span) { return isWritten(span); });
        if (parted) spans_ = parted->spans;
        for (const Span& span : spans_)
            add(span);
        spans_ = cue_.text.spans;
        if (!parted) return;
        // Of a look that another one covers nothing was seen.
        for (const Span& span : parted->covered) {
            if (span.kind == SpanKind::Voice) lose(feature::kVoice, LossSeverity::Dropped, span);
            if (span.kind == SpanKind::Language)
                lose(feature::kLanguage, LossSeverity::Dropped, span);
        }
    }

    /// False of a span of a look, a voice or a language that gets no mark.
    bool isWritten(const Span& span) const {
        switch (span.kind) {
            case SpanKind::Strike:
                return context_.rules.has(feature::kStrike);
            case SpanKind::Font:
                return context_.rules.has(feature::kFont);
            case SpanKind::Color:
                return htmlColor(span.value).has_value();
            case SpanKind::FontSize:
                return context_.rules.has(feature::kFontSize) && sizeOf(span, context_);
            case SpanKind::Voice:
                return context_.agentOf && context_.agentOf(span.value);
            case SpanKind::Language:
                return !nearestLanguageTag(span.value).empty();
            default:
                return true;
        }
    }

    void put(std::uint32_t begin, std::uint32_t end, const std::string& attributes) {
        if (begin == end) return;
        marks_.push_back({begin, end, context_.names.openOf("span") + attributes + ">", close_});
    }

    void style(const Span& span, std::string_view name, std::string_view value) {
        put(span.begin, span.end, attribute(Vocabulary::Styling, name, value));
    }

    void lose(std::string_view feature,
              LossSeverity severity,
              const Span& span,
              std::string_view after = {}) const {
        if (context_.losses) context_.losses->add(feature, severity, cue_.id, span.value, after);
    }

    void add(const Span& span) {
        switch (span.kind) {
            case SpanKind::Bold:
                return addBold(span);
            case SpanKind::Italic:
                return style(span, "fontStyle", isOn(span) ? "italic" : "normal");
            case SpanKind::Underline:
                return style(span, "textDecoration", isOn(span) ? "underline" : "noUnderline");
            case SpanKind::Strike:
                return addHeld(feature::kStrike,
                               span,
                               "textDecoration",
                               isOn(span) ? "lineThrough" : "noLineThrough");
            case SpanKind::Color:
                return addColor(span);
            case SpanKind::Font:
                return addHeld(feature::kFont, span, "fontFamily", quotedFamily(span.value));
            case SpanKind::FontSize:
                return addSize(span);
            case SpanKind::Voice:
                return addVoice(span);
            case SpanKind::Language:
                return addLanguage(span);
            case SpanKind::Ruby:
            case SpanKind::RubyText:
                return;
            case SpanKind::InnerTime:
                return addTime(span);
            default:
                return addLost(span);
        }
    }

    void addBold(const Span& span) {
        const bool isWeight = span.value.size() > 1;
        if (isWeight)
            lose(feature::kBold, LossSeverity::Approximated, span, isOn(span) ? "bold" : "normal");
        style(span, "fontWeight", isOn(span) ? "bold" : "normal");
    }

    void addHeld(std::string_view feature,
                 const Span& span,
                 std::string_view name,
                 const std::string& value) {
        if (!context_.rules.has(feature)) return lose(feature, LossSeverity::Dropped, span);
        style(span, name, value);
    }

    void addColor(const Span& span) {
        const auto color = htmlColor(span.value);
        if (!color) return lose(feature::kColor, LossSeverity::Dropped, span);
        style(span, "color", *color);
    }

    void addSize(const Span& span) {
        const auto size = sizeOf(span, context_);
        const bool isHeld = size && context_.rules.has(feature::kFontSize);
        if (!isHeld) return lose(feature::kFontSize, LossSeverity::Dropped, span);
        if (!context_.hasCanvas)
            lose(feature::kFontSize,
                 LossSeverity::Approximated,
                 span,
                 percentText(*size / context_.size));
        while (!sizes_.empty() && sizes_.back().end < span.end)
            sizes_.pop_back();
        const double around = sizes_.empty() ? context_.size : sizes_.back().size;
        style(span, "fontSize", percentText(*size / around));
        sizes_.push_back({span.end, *size});
    }

    void addVoice(const Span& span) {
        const auto agent = context_.agentOf ? context_.agentOf(span.value) : std::nullopt;
        if (!agent) return lose(feature::kVoice, LossSeverity::Dropped, span);
        put(span.begin, span.end, attribute(Vocabulary::Metadata, "agent", *agent));
    }

    void addLanguage(const Span& span) {
        const std::string tag = nearestLanguageTag(span.value);
        if (!tag.empty()) return put(span.begin, span.end, attribute(Vocabulary::Xml, "lang", tag));
        lose(feature::kLanguage, LossSeverity::Dropped, span);
    }

    /// From a point on to the next.
    void addTime(const Span& span) {
        const auto time = innerTimeOf(span);
        const bool isHeld = time && context_.rules.has(feature::kInnerTime);
        if (!isHeld) return lose(feature::kInnerTime, LossSeverity::Dropped, span);
        const auto next = std::ranges::upper_bound(timesAt_, span.begin);
        const std::uint32_t end =
            next != timesAt_.end() ? *next : static_cast<std::uint32_t>(cue_.text.plain.size());
        // Behind all of it nothing is shown or sung; it only said when the last word ends. Nor is
        // anything between two times at one place.
        if (span.begin >= end || hasLaterTimeAt(span))
            return lose(feature::kInnerTime, LossSeverity::Info, span);
        const Time offset = std::max(*time - context_.start, Time());
        const std::string begin =
            timeExpression(secondsOf(offset), TimeForm::Seconds, Parameters());
        if (time->nearestMilliseconds() < context_.start.nearestMilliseconds())
            lose(feature::kInnerTime, LossSeverity::Approximated, span, begin);
        put(span.begin, end, attribute(Vocabulary::None, "begin", begin));
    }

    bool hasLaterTimeAt(const Span& span) const {
        const auto later = spans_.subspan(static_cast<std::size_t>(&span - spans_.data()) + 1);
        for (const Span& other : later) {
            if (other.begin != span.begin) return false;
            if (other.kind == SpanKind::InnerTime) return true;
        }
        return false;
    }

    void addLost(const Span& span) const {
        switch (span.kind) {
            case SpanKind::Karaoke:
                return lose(feature::kKaraoke, LossSeverity::Dropped, span);
            case SpanKind::Comment:
                return lose(feature::kTextComment, LossSeverity::Info, span);
            case SpanKind::Drawing:
                return lose(feature::kDrawing, LossSeverity::Dropped, span);
            case SpanKind::Class:
                return lose(feature::kClass, LossSeverity::Dropped, span);
            default:
                // Over characters it is another format's spelling of them.
                if (span.isPoint()) lose(feature::kOverrides, LossSeverity::Dropped, span);
        }
    }

    struct Size {
        std::uint32_t end = 0;
        double size = 0;
    };

    const Cue& cue_;
    const MarkContext& context_;
    std::string close_;
    std::span<const Span> spans_ = cue_.text.spans;
    std::vector<std::uint32_t> timesAt_;  ///< Where times of the text are, ascending.
    std::vector<Mark> marks_;
    std::vector<Size> sizes_;  ///< Those that are around what follows.
};

/// What keeps a text from being read as markup; told where it becomes another.
std::vector<TextEdit> escapesOf(const Cue& cue, LossReport* losses) {
    const std::string_view plain = cue.text.plain;
    std::vector<TextEdit> edits;
    const auto add = [&](std::size_t at, std::size_t size, std::string_view text) {
        edits.push_back({static_cast<std::uint32_t>(at),
                         static_cast<std::uint32_t>(at + size),
                         std::string(text)});
    };
    for (std::size_t at = 0; at < plain.size();) {
        const Decoded decoded = decodeUtf8(plain, at);
        const bool isAllowed = decoded.valid && isXmlCharacter(decoded.codePoint);
        if (!isAllowed) {
            if (losses && decoded.valid)
                losses->add(feature::kText,
                            LossSeverity::Approximated,
                            cue.id,
                            fmt::format("U+{:04X}", static_cast<std::uint32_t>(decoded.codePoint)),
                            "U+FFFD");
            add(at, decoded.length, kReplacement);
        } else if (plain[at] == '\r') {
            add(at, 1, "&#13;");
        } else if (const std::string_view reference = referenceFor(plain[at]); !reference.empty()) {
            add(at, 1, reference);
        }
        at += decoded.length;
    }
    return edits;
}

}  // namespace

std::optional<double> sizeOf(const Span& span, const MarkContext& context) {
    const auto size = numberIn(span.value);
    if (!size || !(*size > 0)) return std::nullopt;
    return context.hasCanvas ? *size : sizeOnCanvas(*size, context.size);
}

bool needsPreserve(std::string_view plain) {
    for (std::size_t at = 0; at < plain.size(); ++at) {
        const char c = plain[at];
        if (c == '\t' || c == '\r') return true;
        if (c != ' ') continue;
        const bool isFirst = at == 0 || isSpace(plain[at - 1]);
        const bool isLast = at + 1 == plain.size() || isSpace(plain[at + 1]);
        if (isFirst || isLast) return true;
    }
    return false;
}

std::string percentText(double share) {
    constexpr double kHundred = 100;
    constexpr double kLeast = 0.01;
    constexpr double kMost = 1e6;
    return fmt::format("{:.7g}%", std::clamp(kHundred * share, kLeast, kMost));
}

std::string quotedFamily(std::string_view name) {
    std::string quoted;
    for (const char c : name)
        quoted += c == '"' || c == '\'' || c == '\\' ? ' ' : c;
    return "\"" + quoted + "\"";
}

std::string breakTag(const Names& names) {
    return names.openOf("br") + "/>";
}

void appendContent(std::string& out, const Cue& cue, const MarkContext& context) {
    MarkMaker maker(cue, context);
    const std::vector<Mark> marks = maker.run();
    const std::vector<TextEdit> escapes = escapesOf(cue, context.losses);
    appendMarked(out, cue.text.plain, marks, escapes, breakTag(context.names));
}

}  // namespace subs::ttml
