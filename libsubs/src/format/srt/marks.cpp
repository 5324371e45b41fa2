// SPDX-License-Identifier: MIT
#include "format/srt/marks.h"

#include <subs/format/features.h>
#include <subs/text/newline.h>

#include "base/scan.h"
#include "format/emphasis.h"
#include "format/srt/tag.h"
#include "format/srt/time_line.h"
#include "format/style_color.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace subs::srt {
namespace {

struct TagPair {
    std::string_view open;
    std::string_view close;
};

/// Of `kEmphases`.
constexpr std::array<TagPair, 4> kTags{
    {{"<b>", "</b>"}, {"<i>", "</i>"}, {"<u>", "</u>"}, {"<s>", "</s>"}}};

std::string attributeOf(const Span& span, Origins origins, std::vector<MarkLoss>& losses) {
    // "#RRGGBBAA" is hardly read by anything.
    constexpr std::size_t kOpaqueColor = 7;
    if (span.kind == SpanKind::Color) {
        std::string color = span.value;
        if (color.size() > kOpaqueColor && origins == Origins::Other) {
            color.resize(kOpaqueColor);
            losses.push_back({feature::kColor, LossSeverity::Approximated, span.value, color});
        }
        return "color=\"" + color + "\"";
    }
    if (span.kind == SpanKind::FontSize) return "size=\"" + span.value + "\"";
    const char quote = span.value.find('"') == std::string::npos ? '"' : '\'';
    return std::string("face=") + quote + span.value + quote;
}

/// True where a `<font>` tag can hold the value.
bool fitsAttribute(const Span& span) {
    const bool bothQuotes =
        span.value.find('"') != std::string::npos && span.value.find('\'') != std::string::npos;
    return !bothQuotes && !span.value.empty() &&
           span.value.find_first_of("<>\r\n") == std::string::npos;
}

class MarkMaker {
public:
    MarkMaker(const CueText& text,
              const Style* style,
              Origins origins,
              std::vector<MarkLoss>& losses)
        : text_(text), style_(style), origins_(origins), losses_(losses) {}

    std::vector<Mark> run() {
        for (std::size_t i = 0; i < kEmphases.size(); ++i) {
            const Emphasis& emphasis = kEmphases[i];
            simple_[i] = isSimpleEmphasis(text_, emphasis.kind, emphasis.isIn(style_));
            if (!simple_[i]) addComputed(emphasis, kTags[i]);
        }
        std::stable_sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) {
            return a.begin < b.begin;
        });
        const std::size_t computed = marks_.size();
        addStyleColor();
        for (const Span& span : text_.spans)
            add(span);
        if (computed > 0) {
            std::stable_sort(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) {
                return a.begin < b.begin;
            });
        }
        return std::move(marks_);
    }

private:
    void addComputed(const Emphasis& emphasis, const TagPair& tag) {
        const bool isInStyle = emphasis.isIn(style_);
        for (const EmphasisRange& range : emphasisRanges(text_, emphasis.kind, isInStyle))
            marks_.push_back({range.begin, range.end, std::string(tag.open), tag.close});
        for (const Span& span : text_.spans) {
            const bool weight = span.kind == SpanKind::Bold && span.value.size() > 1;
            if (weight && emphasis.kind == span.kind) {
                losses_.push_back({emphasis.feature,
                                   LossSeverity::Approximated,
                                   span.value,
                                   isOn(span) ? "<b>" : ""});
            }
        }
    }

    void add(const Span& span) {
        switch (span.kind) {
            case SpanKind::Bold:
            case SpanKind::Italic:
            case SpanKind::Underline:
            case SpanKind::Strike:
                return addToggle(span);
            case SpanKind::Color:
            case SpanKind::Font:
                return addFont(span);
            case SpanKind::FontSize:
                // Sizes are in units of a canvas that SubRip does not have.
                return origins_ == Origins::Own
                           ? addFont(span)
                           : lose(feature::kFontSize, LossSeverity::Dropped, span);
            case SpanKind::Karaoke:
                return lose(feature::kKaraoke, LossSeverity::Dropped, span);
            case SpanKind::Comment:
                return lose(feature::kTextComment, LossSeverity::Info, span);
            case SpanKind::Drawing:
                return lose(feature::kDrawing, LossSeverity::Dropped, span);
            case SpanKind::Opaque:
                return addOpaque(span);
            case SpanKind::Voice:
            case SpanKind::Class:
            case SpanKind::Language:
            case SpanKind::Ruby:
            case SpanKind::RubyText:
            case SpanKind::InnerTime:
                return;  // Taken out before, see format/lowering.h.
        }
    }

    /// Outside of the colours of stretches, which go on over it.
    void addStyleColor() {
        const auto size = static_cast<std::uint32_t>(text_.plain.size());
        const bool isOver = std::ranges::any_of(text_.spans, [&](const Span& span) {
            return span.kind == SpanKind::Color && span.begin == 0 && span.end == size;
        });
        if (origins_ == Origins::Own || !isColored(style_) || size == 0 || isOver) return;
        addFont({SpanKind::Color, 0, size, hexText(style_->primary)});
    }

    void addToggle(const Span& span) {
        const auto index = static_cast<std::size_t>(span.kind);
        if (span.isPoint() || !simple_[index]) return;
        marks_.push_back(
            {span.begin, span.end, std::string(kTags[index].open), kTags[index].close});
    }

    /// Attributes of one stretch go into one tag.
    void addFont(const Span& span) {
        if (span.isPoint()) return;
        if (!fitsAttribute(span)) return lose(feature::kFont, LossSeverity::Dropped, span);
        const std::string attribute = attributeOf(span, origins_, losses_);
        const bool joins = !marks_.empty() && marks_.back().begin == span.begin &&
                           marks_.back().end == span.end && marks_.back().close == kCloseFont;
        if (joins) {
            marks_.back().open.insert(marks_.back().open.size() - 1, " " + attribute);
        } else {
            marks_.push_back({span.begin, span.end, "<font " + attribute + ">", kCloseFont});
        }
    }

    void addOpaque(const Span& span) {
        // Over characters it is another format's spelling of them.
        if (!span.isPoint()) return;
        if (origins_ == Origins::Other)
            return lose(feature::kOverrides, LossSeverity::Dropped, span);
        const bool braces = span.value.starts_with('\\');
        marks_.push_back(
            {span.begin, span.begin, braces ? "{" + span.value + "}" : span.value, {}});
    }

    void lose(std::string_view feature, LossSeverity severity, const Span& span) {
        losses_.push_back({feature, severity, span.value, {}});
    }

    static constexpr std::string_view kCloseFont = "</font>";

    const CueText& text_;
    const Style* style_;
    Origins origins_;
    std::vector<MarkLoss>& losses_;
    std::vector<Mark> marks_;
    std::array<bool, 4> simple_{};
};

TextEdit guardAt(std::size_t at) {
    constexpr std::string_view kWordJoiner = "\xE2\x81\xA0";
    const auto place = static_cast<std::uint32_t>(at);
    return {place, place, std::string(kWordJoiner)};
}

/// Each `>` that may end an arrow, in a line that would be read as one of times.
void addArrowGuards(std::string_view line, std::size_t offset, std::vector<TextEdit>& guards) {
    if (!parsedTimeLine(line) && !isDamagedTimeLine(line)) return;
    for (std::size_t at = line.find('>', 1); at != std::string_view::npos;
         at = line.find('>', at + 1)) {
        if (line[at - 1] == '-' || line[at - 1] == ' ' || line[at - 1] == '\t')
            guards.push_back(guardAt(offset + at));
    }
}

void addTagGuards(std::string_view line, std::size_t offset, std::vector<TextEdit>& guards) {
    for (std::size_t at = line.find_first_of("<{"); at != std::string_view::npos;
         at = line.find_first_of("<{", at + 1)) {
        const std::string_view rest = line.substr(at);
        const bool isMarkup =
            rest.front() == '<' ? tagAt(rest).has_value() : !overrideAt(rest).empty();
        if (isMarkup) guards.push_back(guardAt(offset + at + 1));
    }
}

}  // namespace

std::vector<Mark> marksOf(const CueText& text,
                          const Style* style,
                          Origins origins,
                          std::vector<MarkLoss>& losses) {
    return MarkMaker(text, style, origins, losses).run();
}

std::vector<TextEdit> guardsOf(std::string_view plain) {
    std::vector<TextEdit> guards;
    if (findAny<'<', '{', '>'>(plain) == plain.size()) return guards;
    for (LineReader lines(plain); lines.next();) {
        addTagGuards(lines.line(), lines.begin(), guards);
        addArrowGuards(lines.line(), lines.begin(), guards);
    }
    std::ranges::sort(guards, {}, &TextEdit::begin);
    return guards;
}

}  // namespace subs::srt
