// SPDX-License-Identifier: MIT
#include "format/cinema/text_writer.h"

#include <subs/base/utf8.h>
#include <subs/format/features.h>

#include "format/emphasis.h"
#include "format/font_sizes.h"
#include "format/html_color.h"
#include "format/xml/xml_characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <vector>

namespace subs::cinema {
namespace {

std::optional<double> numberIn(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool isNumber = error == std::errc() && end == text.data() + text.size() && number > 0;
    return isNumber ? std::optional(number) : std::nullopt;
}

std::optional<Color> colorOf(std::string_view value) {
    const auto text = htmlColor(value);
    if (!text) return std::nullopt;
    const auto byte = [&](std::size_t at) {
        std::uint8_t result = 255;
        constexpr int kHex = 16;
        if (at + 2 <= text->size())
            std::from_chars(text->data() + at, text->data() + at + 2, result, kHex);
        return result;
    };
    return Color{byte(1), byte(3), byte(5), byte(7)};
}

std::string_view nameOf(Effect effect) {
    return effect == Effect::None ? "none" : effect == Effect::Border ? "border" : "shadow";
}

std::string_view yesNo(bool value) {
    return value ? "yes" : "no";
}

/// In points; nothing of what is no size.
std::optional<std::int64_t> pointsIn(const Span& span, const TextContext& context) {
    const auto size = numberIn(span.value);
    if (!size) return std::nullopt;
    const double usual = styleSize(context.base.size, context.canvasHeight, context.emHeight);
    return pointsOf(context.hasCanvas ? *size : sizeOnCanvas(*size, usual),
                    context.canvasHeight,
                    context.emHeight);
}

/// So many rubies around a place, and texts of theirs, are looked at: files have one or two.
constexpr int kMostTries = 64;

/// What `span` changes in `look`.
void put(Look& look, const Span& span, const TextContext& context) {
    switch (span.kind) {
        case SpanKind::Italic:
            look.italic = isOn(span);
            return;
        case SpanKind::Bold:
            look.bold = isOn(span);
            return;
        case SpanKind::Underline:
            look.underline = isOn(span);
            return;
        case SpanKind::Color:
            look.color = colorOf(span.value).value_or(look.color);
            return;
        case SpanKind::FontSize:
            look.size = pointsIn(span, context).value_or(look.size);
            return;
        default:
            return;
    }
}

/// False of a value that is none: there what is around it counts.
bool saysLook(const Span& span, const TextContext& context) {
    switch (span.kind) {
        case SpanKind::Italic:
        case SpanKind::Bold:
        case SpanKind::Underline:
            return true;
        case SpanKind::Color:
            return colorOf(span.value).has_value();
        case SpanKind::FontSize:
            return pointsIn(span, context).has_value();
        default:
            return false;
    }
}

void planSpan(const Cue& cue, const Span& span, const TextContext& context, LossReport& losses) {
    const auto lose = [&](std::string_view feature, LossSeverity severity, std::string_view after) {
        losses.add(feature, severity, cue.id, span.value, after);
    };
    const auto drop = [&](std::string_view feature) { lose(feature, LossSeverity::Dropped, {}); };
    const auto planSize = [&] {
        const auto points = pointsIn(span, context);
        if (!points) return drop(feature::kFontSize);
        if (context.hasCanvas) return;
        lose(feature::kFontSize, LossSeverity::Approximated, fmt::format("Size=\"{}\"", *points));
    };
    switch (span.kind) {
        case SpanKind::Bold:
            if (span.value.size() > 1)
                lose(feature::kBold, LossSeverity::Approximated, isOn(span) ? "bold" : "normal");
            return;
        case SpanKind::Color:
            if (!colorOf(span.value)) drop(feature::kColor);
            return;
        case SpanKind::FontSize:
            return planSize();
        case SpanKind::Strike:
            return drop(feature::kStrike);
        case SpanKind::Font:
            return drop(feature::kFont);
        case SpanKind::Karaoke:
            return drop(feature::kKaraoke);
        case SpanKind::Comment:
            return lose(feature::kTextComment, LossSeverity::Info, {});
        case SpanKind::Drawing:
            return drop(feature::kDrawing);
        case SpanKind::Opaque:
            if (span.isPoint() && !(context.isOwn && isPicture(span))) drop(feature::kOverrides);
            return;
        default:
            return;
    }
}

void planCharacters(const Cue& cue, LossReport& losses) {
    const std::string_view plain = cue.text.plain;
    for (std::size_t at = 0; at < plain.size();) {
        const Decoded decoded = decodeUtf8(plain, at);
        if (decoded.valid && !isXmlCharacter(decoded.codePoint))
            losses.add(feature::kText,
                       LossSeverity::Approximated,
                       cue.id,
                       fmt::format("U+{:04X}", static_cast<std::uint32_t>(decoded.codePoint)),
                       "U+FFFD");
        at += decoded.length;
    }
}

}  // namespace

std::string fontAttributes(const Look& look, const Look& around, Dialect dialect) {
    const DialectWords& words = wordsOf(dialect);
    std::string text;
    if (look.color != around.color) text += spelledAttribute("Color", colorText(look.color));
    if (look.effect != around.effect) text += spelledAttribute("Effect", nameOf(look.effect));
    if (look.effectColor != around.effectColor)
        text += spelledAttribute("EffectColor", colorText(look.effectColor));
    if (look.italic != around.italic) text += spelledAttribute("Italic", yesNo(look.italic));
    if (look.size != around.size) text += spelledAttribute("Size", std::to_string(look.size));
    if (look.underline != around.underline)
        text += spelledAttribute(words.underline, yesNo(look.underline));
    if (look.bold != around.bold) text += spelledAttribute("Weight", look.bold ? "bold" : "normal");
    return text;
}

std::string fontAttributes(const Look& look, Dialect dialect) {
    std::string text = spelledAttribute("Color", colorText(look.color)) +
                       spelledAttribute("Effect", nameOf(look.effect)) +
                       spelledAttribute("EffectColor", colorText(look.effectColor)) +
                       spelledAttribute("Italic", yesNo(look.italic)) +
                       spelledAttribute("Size", std::to_string(look.size));
    text += spelledAttribute(wordsOf(dialect).underline, yesNo(look.underline));
    return text + spelledAttribute("Weight", look.bold ? "bold" : "normal");
}

WordsWriter::WordsWriter(const Cue& cue, const TextContext& context)
    : cue_(cue),
      context_(context),
      looks_(cue.text, [&context](const Span& span) { return saysLook(span, context); }) {
    const std::vector<Span>& spans = cue.text.spans;
    for (std::size_t i = 0; i < spans.size(); ++i) {
        edges_.push_back(spans[i].begin);
        edges_.push_back(spans[i].end);
        if (spans[i].kind == SpanKind::Ruby) ends_.push_back(i);
        if (spans[i].kind == SpanKind::RubyText) rubyTexts_.push_back(i);
    }
    std::ranges::stable_sort(ends_, {}, [&](std::size_t i) { return spans[i].end; });
    std::ranges::sort(edges_);
    edges_.erase(std::unique(edges_.begin(), edges_.end()), edges_.end());
}

void WordsWriter::append(std::string& out, std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end;) {
        moveTo(at);
        const std::size_t behind = appendElement(out, at, end);
        if (behind == at) {
            const std::size_t stop = edge_ < edges_.size() ? std::min(edges_[edge_], end) : end;
            appendPart(out, at, stop);
            at = stop;
        } else {
            at = behind;
        }
    }
}

/// Afterwards `rubies_` are those around the character at `place`.
void WordsWriter::moveTo(std::size_t place) {
    const std::vector<Span>& spans = cue_.text.spans;
    for (; next_ < spans.size() && spans[next_].begin <= place; ++next_)
        if (spans[next_].kind == SpanKind::Ruby) rubies_.insert(next_);
    while (first_ < spans.size() && spans[first_].begin < place)
        ++first_;
    for (; ended_ < ends_.size() && spans[ends_[ended_]].end <= place; ++ended_)
        rubies_.erase(ends_[ended_]);
    while (rubyText_ < rubyTexts_.size() && spans[rubyTexts_[rubyText_]].begin < place)
        ++rubyText_;
    looks_.moveTo(place);
    while (edge_ < edges_.size() && edges_[edge_] <= place)
        ++edge_;
}

/// A ruby, or an element of the file, that begins at `begin`: answers where it ends, or `begin`
/// where there is none.
std::size_t WordsWriter::appendElement(std::string& out, std::size_t begin, std::size_t lineEnd) {
    for (std::size_t i = first_; i < next_; ++i) {
        const Span& span = cue_.text.spans[i];
        const bool isOfFile = span.kind == SpanKind::Opaque && context_.isOwn && !span.isPoint() &&
                              span.end <= lineEnd;
        if (!isOfFile) continue;
        out += span.value;
        return span.end;
    }
    const Span* text = rubyTextAt(begin, lineEnd);
    return text != nullptr ? appendRuby(out, begin, *text) : begin;
}

/// What is set above the word at `begin`; null where none is.
const Span* WordsWriter::rubyTextAt(std::size_t begin, std::size_t lineEnd) const {
    const std::vector<Span>& spans = cue_.text.spans;
    int tries = kMostTries;
    // A ruby that goes on has its next word here.
    if (rubyEnd_ == begin)
        for (const std::size_t i : rubies_) {
            if (i >= first_ || tries-- == 0) break;
            if (const Span* found = rubyTextIn(i, lineEnd, tries)) return found;
        }
    for (std::size_t i = first_; i < next_; ++i) {
        const bool isText = spans[i].kind == SpanKind::RubyText && !spans[i].isPoint();
        if (isText && spans[i].end <= lineEnd) return &spans[i];
        if (spans[i].kind != SpanKind::Ruby) continue;
        if (const Span* found = rubyTextIn(i, lineEnd, tries)) return found;
    }
    return nullptr;
}

/// The first text of the ruby that is whole in it and in its line, from the place on.
const Span* WordsWriter::rubyTextIn(std::size_t ruby, std::size_t lineEnd, int& tries) const {
    const std::vector<Span>& spans = cue_.text.spans;
    const Span& base = spans[ruby];
    auto text = rubyTexts_.begin() + static_cast<std::ptrdiff_t>(rubyText_);
    if (text != rubyTexts_.end() && *text < ruby)
        text = std::upper_bound(text, rubyTexts_.end(), ruby);
    for (; text != rubyTexts_.end() && spans[*text].begin < base.end && tries > 0; ++text, --tries)
        if (spans[*text].end <= std::min<std::size_t>(base.end, lineEnd)) return &spans[*text];
    return nullptr;
}

std::size_t WordsWriter::appendRuby(std::string& out, std::size_t begin, const Span& text) {
    rubyEnd_ = text.end;
    open(out, "Ruby", {});
    open(out, "Rb", {});
    appendXml(out, cue_.text.plain, begin, text.begin);
    close(out, "Rb");
    open(out, "Rt", {});
    appendXml(out, cue_.text.plain, text.begin, text.end);
    close(out, "Rt");
    close(out, "Ruby");
    return text.end;
}

void WordsWriter::appendPart(std::string& out, std::size_t begin, std::size_t end) {
    Look look = context_.base;
    for (const Span* const span : looks_.all())
        put(look, *span, context_);
    const std::string attributes = fontAttributes(look, context_.base, context_.dialect);
    if (attributes.empty()) return appendXml(out, cue_.text.plain, begin, end);
    open(out, "Font", attributes);
    appendXml(out, cue_.text.plain, begin, end);
    close(out, "Font");
}

void WordsWriter::open(std::string& out, std::string_view name, std::string_view attributes) const {
    out.append("<").append(context_.prefix).append(name).append(attributes).append(">");
}

void WordsWriter::close(std::string& out, std::string_view name) const {
    out.append("</").append(context_.prefix).append(name).append(">");
}

bool isPicture(const Span& span) {
    const std::string_view name = std::string_view(span.value).substr(0, span.value.find(' '));
    const bool isImage = name.ends_with("Image") || name.find("Image>") != name.npos;
    return span.kind == SpanKind::Opaque && span.isPoint() && name.starts_with('<') && isImage;
}

std::string picturesOf(const Cue& cue, const TextContext& context) {
    std::string result;
    for (const Span& span : cue.text.spans)
        if (context.isOwn && isPicture(span)) result += span.value;
    return result;
}

void planWords(const Cue& cue, const TextContext& context, LossReport& losses) {
    for (const Span& span : cue.text.spans)
        planSpan(cue, span, context, losses);
    planCharacters(cue, losses);
}

}  // namespace subs::cinema
