// SPDX-License-Identifier: MIT
#include "format/vtt/looks.h"

#include "format/html_color.h"
#include "format/vtt/ascii.h"
#include "text/letter_kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace subs::vtt {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kColors{
    {{"white", "#FFFFFF"},
     {"lime", "#00FF00"},
     {"cyan", "#00FFFF"},
     {"red", "#FF0000"},
     {"yellow", "#FFFF00"},
     {"magenta", "#FF00FF"},
     {"blue", "#0000FF"},
     {"black", "#000000"}}};

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && isWhitespace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isWhitespace(text.back()))
        text.remove_suffix(1);
    return text;
}

/// `sheet` with a blank for each comment.
std::string withoutComments(std::string_view sheet) {
    std::string result;
    while (true) {
        const std::size_t begin = sheet.find("/*");
        result += sheet.substr(0, begin);
        if (begin == sheet.npos) return result;
        result += ' ';
        const std::size_t end = sheet.find("*/", begin + 2);
        if (end == sheet.npos) return result;
        sheet.remove_prefix(end + 2);
    }
}

/// "loud" of "::cue(.loud)"; empty of other selectors.
std::string_view classIn(std::string_view selector) {
    constexpr std::string_view kHead = "::cue(.";
    selector = trimmed(selector);
    if (!selector.starts_with(kHead) || !selector.ends_with(')')) return {};
    selector.remove_prefix(kHead.size());
    selector.remove_suffix(1);
    const bool isName = selector.find_first_of(" \t\n.:,#[]()>+~*\\\"'") == selector.npos;
    return isName ? selector : std::string_view();
}

/// The first family of a list.
std::string_view familyIn(std::string_view list) {
    list = trimmed(list.substr(0, list.find(',')));
    const bool isQuoted = list.size() > 1 && (list.front() == '"' || list.front() == '\'') &&
                          list.back() == list.front();
    return isQuoted ? list.substr(1, list.size() - 2) : list;
}

void apply(std::string_view declaration, ClassLook& look) {
    const std::size_t colon = declaration.find(':');
    if (colon == declaration.npos) return;
    const std::string_view name = trimmed(declaration.substr(0, colon));
    const std::string_view value = trimmed(declaration.substr(colon + 1));
    if (name == "color") look.color = htmlColor(value).value_or(look.color);
    if (name == "font-family") look.font = familyIn(value);
    if (name == "text-decoration") look.strikes = value.find("line-through") != value.npos;
}

ClassLook lookIn(std::string_view declarations, ClassLook look) {
    while (!declarations.empty()) {
        const std::size_t end = std::min(declarations.find(';'), declarations.size());
        apply(declarations.substr(0, end), look);
        declarations.remove_prefix(std::min(end + 1, declarations.size()));
    }
    return look;
}

/// A part of a class's name that any style sheet may have: letters and digits of ASCII, and where
/// `text` has others a number made of all of it, so that two texts have two names.
std::string nameOf(std::string_view text) {
    std::string name;
    std::uint32_t sum = 2'166'136'261U;  // FNV-1a
    bool isWhole = true;
    for (const char c : text) {
        sum = (sum ^ static_cast<unsigned char>(c)) * 16'777'619U;
        const char lower = loweredLatin(c);
        const bool isPlain = (lower >= 'a' && lower <= 'z') || isDigit(lower);
        if (isPlain)
            name += lower;
        else if (c == ' ' && !name.empty() && name.back() != '-')
            name += '-';
        else
            isWhole = false;
    }
    return isWhole ? name : fmt::format("{}{}{:08x}", name, name.empty() ? "" : "-", sum);
}

}  // namespace

ClassLooks::ClassLooks() {
    for (const auto& [name, color] : kColors)
        looks_[std::string(name)].color = color;
}

void ClassLooks::read(std::string_view sheet) {
    const std::string text = withoutComments(sheet);
    std::string_view rest = text;
    while (true) {
        const std::size_t open = rest.find('{');
        const std::size_t close = open == rest.npos ? open : rest.find('}', open);
        if (close == rest.npos) return;
        std::string_view selectors = rest.substr(0, open);
        const std::string_view declarations = rest.substr(open + 1, close - open - 1);
        rest.remove_prefix(close + 1);
        while (!selectors.empty()) {
            const std::size_t end = std::min(selectors.find(','), selectors.size());
            const std::string_view name = classIn(selectors.substr(0, end));
            selectors.remove_prefix(std::min(end + 1, selectors.size()));
            if (name.empty()) continue;
            ClassLook& look = looks_[std::string(name)];
            look = lookIn(declarations, std::move(look));
        }
    }
}

std::vector<Span> ClassLooks::spansOf(std::string_view classes) const {
    ClassLook look;
    while (!classes.empty()) {
        const std::size_t end = std::min(classes.find('.'), classes.size());
        const auto found = looks_.find(classes.substr(0, end));
        classes.remove_prefix(std::min(end + 1, classes.size()));
        if (found == looks_.end()) continue;
        if (!found->second.color.empty()) look.color = found->second.color;
        if (!found->second.font.empty()) look.font = found->second.font;
        look.strikes = look.strikes || found->second.strikes;
    }
    std::vector<Span> spans;
    if (!look.color.empty()) spans.push_back({SpanKind::Color, 0, 0, look.color});
    if (!look.font.empty()) spans.push_back({SpanKind::Font, 0, 0, look.font});
    if (look.strikes) spans.push_back({SpanKind::Strike, 0, 0, {}});
    return spans;
}

std::optional<std::string> ClassLooks::classOf(const Span& span) const {
    for (const auto& [name, look] : looks_) {
        const bool isColor = !look.color.empty() && look.font.empty() && !look.strikes;
        const bool isFont = look.color.empty() && !look.font.empty() && !look.strikes;
        const bool isStrike = look.color.empty() && look.font.empty() && look.strikes;
        if (span.kind == SpanKind::Color && isColor && look.color == span.value) return name;
        if (span.kind == SpanKind::Font && isFont && look.font == span.value) return name;
        if (span.kind == SpanKind::Strike && isStrike) return name;
    }
    return std::nullopt;
}

std::optional<NewClass> newClassFor(const Span& span) {
    switch (span.kind) {
        case SpanKind::Strike:
            return NewClass{"strike", "::cue(.strike) { text-decoration: line-through; }"};
        case SpanKind::Color: {
            const auto color = htmlColor(span.value);
            if (!color) return std::nullopt;
            const std::string value = withLoweredLatin(*color);
            return NewClass{
                "color-" + value.substr(1),
                fmt::format("::cue(.color-{}) {{ color: {}; }}", value.substr(1), value)};
        }
        case SpanKind::Font: {
            const bool fits = !span.value.empty() &&
                              span.value.find_first_of("\"\\\n\r{}") == std::string::npos &&
                              span.value.find("-->") == std::string::npos;
            if (!fits) return std::nullopt;
            const std::string name = "font-" + nameOf(span.value);
            return NewClass{name,
                            fmt::format("::cue(.{}) {{ font-family: \"{}\"; }}", name, span.value)};
        }
        default:
            return std::nullopt;
    }
}

}  // namespace subs::vtt
