// SPDX-License-Identifier: MIT
#include "format/lines/break_text.h"

#include <subs/format/features.h>

#include "format/emphasis.h"

#include <algorithm>
#include <array>

namespace subs::lines {
namespace {

constexpr std::string_view kBrokenBar = "\xC2\xA6";

struct KindLoss {
    SpanKind kind;
    std::string_view feature;
    LossSeverity severity;
};

constexpr std::array<KindLoss, 11> kKindLosses{{
    {SpanKind::Bold, feature::kBold, LossSeverity::Dropped},
    {SpanKind::Italic, feature::kItalic, LossSeverity::Dropped},
    {SpanKind::Underline, feature::kUnderline, LossSeverity::Dropped},
    {SpanKind::Strike, feature::kStrike, LossSeverity::Dropped},
    {SpanKind::Color, feature::kColor, LossSeverity::Dropped},
    {SpanKind::Font, feature::kFont, LossSeverity::Dropped},
    {SpanKind::FontSize, feature::kFontSize, LossSeverity::Dropped},
    {SpanKind::Karaoke, feature::kKaraoke, LossSeverity::Dropped},
    {SpanKind::Comment, feature::kTextComment, LossSeverity::Info},
    {SpanKind::Drawing, feature::kDrawing, LossSeverity::Dropped},
    {SpanKind::Opaque, feature::kOverrides, LossSeverity::Dropped},
}};

/// True of what changes nothing that a viewer sees: emphasis that is switched off, and other
/// formats' spellings of characters.
bool isNothing(const Span& span) {
    const bool isEmphasis = span.kind <= SpanKind::Strike;
    return (isEmphasis && !isOn(span)) || (span.kind == SpanKind::Opaque && !span.isPoint());
}

}  // namespace

std::vector<std::string_view> brokenAt(std::string_view body, std::string_view mark) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < body.size();) {
        std::size_t length = 0;
        if (body[at] == mark.front() && body.substr(at, mark.size()) == mark)
            length = mark.size();
        else if (body[at] == '\n' || body[at] == '\r')
            length = body.substr(at, 2) == "\r\n" ? 2 : 1;
        if (length > 0) parts.push_back(body.substr(begin, at - begin));
        at += std::max<std::size_t>(length, 1);
        if (length > 0) begin = at;
    }
    parts.push_back(body.substr(begin));
    return parts;
}

CueText plainText(std::string_view body, std::string_view mark) {
    CueText text;
    for (const std::string_view line : brokenAt(body, mark)) {
        if (line.data() != body.data()) text.plain += '\n';
        text.plain += line;
    }
    return text;
}

std::vector<TextLine> linesOf(std::string_view plain) {
    std::vector<TextLine> lines;
    std::size_t begin = 0;
    while (true) {
        const std::size_t end = std::min(plain.find('\n', begin), plain.size());
        lines.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        if (end == plain.size()) return lines;
        begin = end + 1;
    }
}

void appendLine(std::string& out,
                std::string_view line,
                std::string_view mark,
                const BodyContext& context) {
    const bool isBar = mark.size() == 1;
    std::size_t done = 0;
    for (std::size_t at = line.find(mark); at != line.npos; at = line.find(mark, done)) {
        out.append(line, done, at - done);
        if (isBar)
            out += kBrokenBar;
        else
            out.append(mark.substr(0, 1)).append(kWordJoiner).append(mark.substr(1));
        context.lose(feature::kText,
                     LossSeverity::Approximated,
                     mark,
                     isBar ? kBrokenBar : std::string_view("the same with U+2060"));
        done = at + mark.size();
    }
    out.append(line, done);
}

void appendJoiner(std::string& out, std::string_view line, const BodyContext& context) {
    out += kWordJoiner;
    context.lose(feature::kText, LossSeverity::Approximated, line, "U+2060 before it");
}

void reportSpans(const BodyContext& context, std::initializer_list<SpanKind> held) {
    if (!context.losses) return;
    for (const Span& span : context.cue.text.spans) {
        if (std::ranges::find(held, span.kind) != held.end() || isNothing(span)) continue;
        const auto loss = std::ranges::find(kKindLosses, span.kind, &KindLoss::kind);
        if (loss != kKindLosses.end()) context.lose(loss->feature, loss->severity, span.value);
    }
}

}  // namespace subs::lines
