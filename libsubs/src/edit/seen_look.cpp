// SPDX-License-Identifier: MIT
#include "edit/seen_look.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <functional>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace subs {
namespace {

constexpr std::string_view kOn = "1";
constexpr std::string_view kOff = "0";
constexpr int kSemiBold = 600;  // OpenType, usWeightClass
constexpr int kBold = 700;

std::string colourText(Color colour) {
    return fmt::format(
        "#{:02X}{:02X}{:02X}{:02X}", colour.red, colour.green, colour.blue, colour.alpha);
}

/// "#33cc99" as "#33CC99FF".
std::string colourText(std::string_view value) {
    constexpr std::size_t kWithoutAlpha = 7;
    std::string text(value);
    std::ranges::transform(text, text.begin(), [](char c) {
        return c >= 'a' && c <= 'f' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return text.size() == kWithoutAlpha ? text + "FF" : text;
}

double decimalIn(std::string_view text) {
    double number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

/// "700" is bold, and so is what names no weight.
std::string weightText(std::string_view value) {
    const double weight = value.empty() ? kBold : decimalIn(value);
    return fmt::format("{}", weight >= kSemiBold ? std::max<double>(weight, kBold) : 0);
}

/// What a span of a look says, as a style says it here.
std::string saidBy(const Span& span) {
    switch (span.kind) {
        case SpanKind::Bold:
            return weightText(span.value);
        case SpanKind::Color:
            return colourText(span.value);
        case SpanKind::Font:
            return span.value;
        case SpanKind::FontSize:
            return fmt::format("{}", decimalIn(span.value));
        default:
            return std::string(span.value == kOff ? kOff : kOn);
    }
}

/// A look that a style or a span may say.
struct Said {
    SpanKind kind;
    std::string byStyle;
};

std::vector<Said> takenFrom(Style& style) {
    const auto taken = [](bool& is) { return std::string(std::exchange(is, false) ? kOn : kOff); };
    const std::string weight = weightText(style.bold ? "" : kOff);
    style.bold = false;
    const Style usual;
    std::vector<Said> said{{SpanKind::Bold, weight},
                           {SpanKind::Italic, taken(style.italic)},
                           {SpanKind::Underline, taken(style.underline)},
                           {SpanKind::Strike, taken(style.strike)}};
    said.push_back({SpanKind::Color, colourText(std::exchange(style.primary, usual.primary))});
    said.push_back({SpanKind::Font, std::exchange(style.fontName, usual.fontName)});
    said.push_back(
        {SpanKind::FontSize, fmt::format("{}", std::exchange(style.fontSize, usual.fontSize))});
    return said;
}

/// Adds a span for each stretch of `text` that looks alike: in each place the span that began last
/// decides, where there is none the style.
void addSeen(const CueText& text, const Said& said, std::vector<Span>& seen) {
    struct Event {
        std::uint32_t at = 0;
        bool isBegin = false;
        std::size_t span = 0;
    };
    std::vector<Event> events;
    for (std::size_t i = 0; i < text.spans.size(); ++i) {
        const Span& span = text.spans[i];
        if (span.kind != said.kind || span.isPoint()) continue;
        events.push_back({span.begin, true, i});
        events.push_back({span.end, false, i});
    }
    std::ranges::sort(events, {}, &Event::at);
    std::set<std::size_t> open;
    std::uint32_t begin = 0;
    std::string now = said.byStyle;
    const auto end = static_cast<std::uint32_t>(text.plain.size());
    const auto close = [&](std::uint32_t at, std::string next) {
        if (next == now) return;
        if (at > begin) seen.push_back({said.kind, begin, at, now});
        begin = std::max(begin, at);
        now = std::move(next);
    };
    for (std::size_t i = 0; i < events.size();) {
        const std::uint32_t at = events[i].at;
        for (; i < events.size() && events[i].at == at; ++i)
            if (events[i].isBegin)
                open.insert(events[i].span);
            else
                open.erase(events[i].span);
        close(at, open.empty() ? said.byStyle : saidBy(text.spans[*open.rbegin()]));
    }
    if (end > begin) seen.push_back({said.kind, begin, end, now});
}

bool isLook(const Span& span) {
    switch (span.kind) {
        case SpanKind::Bold:
        case SpanKind::Italic:
        case SpanKind::Underline:
        case SpanKind::Strike:
        case SpanKind::Color:
        case SpanKind::Font:
        case SpanKind::FontSize:
            return true;
        default:
            return false;
    }
}

}  // namespace

SeenLook seenLookOf(const StyleIndex& styles, const Cue& cue) {
    SeenLook look;
    if (const Style* style = styles.styleOf(cue); style != nullptr) look.style = *style;
    look.style.name.clear();
    look.style.piece = {};
    look.text.plain = cue.text.plain;
    std::ranges::remove_copy_if(cue.text.spans, std::back_inserter(look.text.spans), isLook);
    for (const Said& said : takenFrom(look.style))
        addSeen(cue.text, said, look.text.spans);
    return look;
}

std::size_t hashOf(const SeenLook& look) {
    std::string words = look.text.plain;
    for (const Span& span : look.text.spans)
        words += fmt::format(
            "\n{} {} {} {}", static_cast<int>(span.kind), span.begin, span.end, span.value);
    words += fmt::format("\n{} {}", look.style.outline, static_cast<int>(look.style.alignment));
    return std::hash<std::string>()(words);
}

}  // namespace subs
